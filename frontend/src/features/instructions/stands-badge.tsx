import { Group } from '@mantine/core';
import { CircleSlash, Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { InstructionLine, Stands } from '@/api/instruction-types';
import { Late, Quiet } from '@/components/ui/quiet';
import { Done, Half, Open, type Sign } from '@/components/ui/signs';

const LOOKS: Record<Stands, Sign> = {
  open: Open,
  submitted: Send,
  answered: Half,
  closed: Done,
  struck: CircleSlash,
};

/** Where an instruction stands, and that its day is over. */
export function StandsBadge({ item }: { item: Pick<InstructionLine, 'stands' | 'overdue'> }) {
  const { t } = useTranslation();
  const Icon = LOOKS[item.stands];
  return (
    <Group gap="sm">
      {item.overdue && <Late>{t('instruction.overdue')}</Late>}
      <Quiet Icon={Icon}>{t(`instruction.stands.${item.stands}`)}</Quiet>
    </Group>
  );
}
