import type { TFunction } from 'i18next';
import type { ParcelProgress } from '../parcel/parcelCalls';

/** What a worker is at, and how far, where that is known. */
export function stageWords(
  t: TFunction,
  fallback: 'planning' | 'applying' | 'writing',
  progress: ParcelProgress | undefined,
): { readonly words: string; readonly share?: number } {
  const words = t(`parcel.progress.${progress?.stage ?? fallback}`);
  if (!progress || progress.total === 0) return { words };
  return { words, share: progress.done / progress.total };
}
