import { useTranslation } from 'react-i18next';
import { lookOfResult, type RowVerdict } from '@/components/case/row-result';
import { Stand } from '@/components/ui/quiet';

/** Done or not, and whether its time has run out; never by colour alone. */
export function OutcomeBadge({ word, silent }: { word: RowVerdict; silent: string }) {
  const { t } = useTranslation();
  const { label, Icon, late } = lookOfResult(word);
  return (
    <Stand Icon={Icon} late={late}>
      {word.done === null ? silent : t(label)}
    </Stand>
  );
}
