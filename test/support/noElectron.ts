throw new Error('A unit test reached the electron module: test the part that does not need it');
