import { useEffect, useState } from 'react';
import type { Instant } from '../../../shared/kernel/time';
import type { Row } from '../../../shared/ledger/defineLedger';
import { earlierIssue, nextNumber } from '../../../shared/reports/reportIssue';
import type { ReportTemplate } from '../../../shared/reports/template';
import { useSession } from '../../app/session';

const keyOf = ({ id }: ReportTemplate) => `reports.number.${id}`;

/** Typed for one cut-off: another one has another number. */
interface TypedNumber {
  readonly at: Instant;
  readonly number: number;
}

/**
 * The number of the report: as it was typed for the cut-off, else the one that comes next. Undefined
 * where issues are not counted. What was typed is there again when the page is opened again.
 */
export function useNumber(
  template: ReportTemplate,
  at: Instant,
  earlier: readonly Row[],
): readonly [number: number | undefined, type: (number: number) => void] {
  const { store } = useSession();
  const [typed, setTyped] = useState<TypedNumber>();
  useEffect(() => {
    let gone = false;
    void store.setting(keyOf(template)).then((kept) => {
      // written below alone
      if (!gone && kept !== undefined) setTyped(JSON.parse(kept) as TypedNumber);
    });
    return () => {
      gone = true;
    };
  }, [store, template]);
  const type = (number: number) => {
    const next = { at, number };
    setTyped(next);
    void store.saveSetting(keyOf(template), JSON.stringify(next));
  };
  if (!template.isNumbered) return [undefined, type];
  const issues = earlier.flatMap((one) => earlierIssue(one) ?? []);
  return [typed?.at === at ? typed.number : nextNumber(issues, template.id, at), type];
}
