import { useTranslation } from 'react-i18next';
import type { InstructionLine } from '@/api/instruction-types';
import { plainDate } from '@/i18n/time';

type Source = Pick<InstructionLine, 'leader' | 'passed_on' | 'occasion' | 'said_on'>;

/** Whose word it is: a leader's own, or "theo ý kiến chỉ đạo của … tại …, ngày …". */
export function useSource(): (item: Source) => string {
  const { t } = useTranslation();
  return (item) => {
    if (!item.passed_on) return t('instruction.by', { leader: item.leader });
    const said = { leader: item.leader, occasion: item.occasion, day: plainDate(item.said_on!) };
    return t(item.occasion ? 'instruction.citedAt' : 'instruction.cited', said);
  };
}
