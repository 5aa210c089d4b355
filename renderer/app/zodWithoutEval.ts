import { config } from 'zod';

/**
 * Zod tries, when a schema is made, whether it may compile code from text; under our content policy
 * that is a violation. So this comes before the first module that has a schema.
 */
config({ jitless: true });
