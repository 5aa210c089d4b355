import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportTemplate } from '../../../shared/reports/template';
import { useCutOff } from '../../app/cutOff/useCutOff';
import { useSession } from '../../app/session';
import { readTemplates } from './templateMemory';
import { ReportOf } from './ReportOf';
import { reportHours } from './reportHours';

/** A template and a cut-off give a report: worded on the page, given out by one press. */
export function ReportsWorkspace() {
  const { i18n } = useTranslation();
  const { store } = useSession();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const [at, onCutOff] = useCutOff(reportHours);
  const [templates, setTemplates] = useState<readonly ReportTemplate[]>([]);
  const [chosen, setChosen] = useState('pressBriefing');
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
      onCutOff={onCutOff}
    />
  );
}
