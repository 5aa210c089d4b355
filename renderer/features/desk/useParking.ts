import { useEffect, useRef, type Dispatch } from 'react';
import type { Store } from '../../store/contract';
import type { DeskAction, DeskForm, ParkedForm } from './deskForm';

const settingKey = 'desk.parked';

/** Keeps parked vehicles through a reload: sealed with the event like any setting. */
export function useParking(
  store: Store,
  parked: readonly ParkedForm[],
  dispatch: Dispatch<DeskAction>,
): void {
  const kept = useRef<readonly ParkedForm[] | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    void store.setting(settingKey).then((text) => {
      if (gone) return;
      kept.current = readParked(text);
      if (kept.current.length > 0) dispatch({ type: 'parkedRead', parked: kept.current });
    });
    return () => {
      gone = true;
    };
  }, [store, dispatch]);
  useEffect(() => {
    if (kept.current === undefined || kept.current === parked) return;
    kept.current = parked;
    // In memory they are safe already; a full disk is said where passages are saved.
    void store.saveSetting(settingKey, JSON.stringify(parked));
  }, [store, parked]);
}

function readParked(text: string | undefined): readonly ParkedForm[] {
  if (text === undefined) return [];
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? found.filter(isParked) : [];
  } catch {
    return []; // written by a version that kept them otherwise
  }
}

function isParked(value: unknown): value is ParkedForm {
  if (typeof value !== 'object' || value === null) return false;
  if (!('id' in value) || !('form' in value) || !('parkedAt' in value)) return false;
  const { form }: { readonly form: unknown } = value;
  return typeof form === 'object' && form !== null && 'entries' in (form as Partial<DeskForm>);
}
