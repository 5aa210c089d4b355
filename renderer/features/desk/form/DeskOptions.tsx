import { useTranslation } from 'react-i18next';
import { answersOf } from './deskFields';
import { wordOf } from './OneKeyField';

/** Choices proposed while typing; once for all lanes. */
export function DeskOptions() {
  const { i18n } = useTranslation();
  return (['vehicleType', 'plateColour', 'documentType'] as const).map((field) => (
    <datalist key={field} id={`desk-options-${field}`}>
      {answersOf(field).map((answer) => (
        <option key={answer} value={wordOf(field, answer, i18n.language)} />
      ))}
    </datalist>
  ));
}
