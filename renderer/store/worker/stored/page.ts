import { seal, unseal } from '../../keys/sealing';
import { joinBytes } from './deflate';

/** Rows of one ledger as they stood when the page was written, never before commit `version`. */
export interface SealedPage {
  readonly ledger: string;
  readonly page: number;
  readonly version: number;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

export interface PageContent {
  /** Version of the ledger whose values the rows are in. */
  readonly ledgerVersion: number;
  readonly block: Uint8Array<ArrayBuffer>;
}

const context = (event: string, { ledger, page, version }: Omit<SealedPage, 'sealed'>) =>
  `${event}:page:${ledger}:${page}:${version}`;

/** Blocks are columnar and dense already: packing them again would only slow the next start. */
export async function sealPage(
  key: CryptoKey,
  event: string,
  place: Omit<SealedPage, 'sealed'>,
  { ledgerVersion, block }: PageContent,
): Promise<SealedPage> {
  const plain = joinBytes([Uint8Array.of(ledgerVersion >> 8, ledgerVersion & 255), block]);
  return { ...place, sealed: await seal(key, context(event, place), plain) };
}

/** Undefined where the page is damaged, or another one was put in its place. */
export async function unsealPage(
  key: CryptoKey,
  event: string,
  page: SealedPage,
): Promise<PageContent | undefined> {
  const plain = await unseal(key, context(event, page), page.sealed);
  return (
    plain && { ledgerVersion: (plain[0] ?? 0) * 256 + (plain[1] ?? 0), block: plain.subarray(2) }
  );
}
