import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toInstant, type Instant } from '../../../shared/kernel/time';
import type { ReportTemplate } from '../../../shared/reports/template';
import { useSession } from '../../app/session';
import { readTemplates } from './templateMemory';
import { ReportOf } from './ReportOf';
import { lastUsualHour } from './usualHours';

/** The cut-off that was chosen last stays with the event, for the figures' page too. */
const cutOffSetting = 'figures.cutOff';

/** A template and a cut-off give a report: worded on the page, given out by one press. */
export function ReportsWorkspace() {
  const { i18n } = useTranslation();
  const { store, clock } = useSession();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const [at, setAt] = useState<Instant>();
  const [templates, setTemplates] = useState<readonly ReportTemplate[]>([]);
  const [chosen, setChosen] = useState('pressBriefing');
  useEffect(() => {
    void store.setting(cutOffSetting).then((kept) => {
      const moment = Number(kept ?? NaN);
      setAt(Number.isFinite(moment) ? toInstant(moment) : lastUsualHour(clock()));
    });
  }, [store, clock]);
  useEffect(() => {
    void readTemplates(store, language).then(setTemplates);
  }, [store, language]);
  const template = templates.find(({ id }) => id === chosen) ?? templates[0];
  if (at === undefined || !template) return null;
  return (
    <ReportOf
      key={`${template.language} ${template.id}`}
      template={template}
      templates={templates}
      at={at}
      onTemplate={setChosen}
      onTemplates={() => void readTemplates(store, language).then(setTemplates)}
      onCutOff={(next) => {
        setAt(next);
        void store.saveSetting(cutOffSetting, String(next));
      }}
    />
  );
}
