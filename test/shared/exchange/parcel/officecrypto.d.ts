/** The parts of officecrypto-tool that serve as a second opinion; the package brings no types. */
declare module 'officecrypto-tool' {
  const officeCrypto: {
    encrypt(bytes: Buffer, settings: { readonly password: string }): Promise<Buffer>;
    decrypt(bytes: Buffer, settings: { readonly password: string }): Promise<Buffer>;
  };
  export default officeCrypto;
}
