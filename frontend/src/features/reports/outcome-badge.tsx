import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { lookOfResult, type RowVerdict } from '@/components/case/row-result';

/** Done or not, and whether its time has run out; never by colour alone. */
export function OutcomeBadge({ word, silent }: { word: RowVerdict; silent: string }) {
  const { t } = useTranslation();
  const { label, color, Icon } = lookOfResult(word);
  return (
    <Badge variant="light" color={color} leftSection={<Icon size={13} aria-hidden />}>
      {word.done === null ? silent : t(label)}
    </Badge>
  );
}
