import { Badge, Group } from '@mantine/core';
import { AlarmClock, CheckCheck, CircleSlash, FilePen, Flag, Send, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { InstructionLine, Stands } from '@/api/instruction-types';

const LOOKS: Record<Stands, { color: string; Icon: LucideIcon }> = {
  open: { color: 'blue', Icon: FilePen },
  submitted: { color: 'blue', Icon: Send },
  answered: { color: 'violet', Icon: CheckCheck },
  closed: { color: 'green', Icon: Flag },
  struck: { color: 'gray', Icon: CircleSlash },
};

/** Where an instruction stands, and that its day is over. */
export function StandsBadge({ item }: { item: Pick<InstructionLine, 'stands' | 'overdue'> }) {
  const { t } = useTranslation();
  const { color, Icon } = LOOKS[item.stands];
  return (
    <Group gap="xs">
      {item.overdue && (
        <Badge color="red" variant="filled" leftSection={<AlarmClock size={12} aria-hidden />}>
          {t('instruction.overdue')}
        </Badge>
      )}
      <Badge color={color} variant="light" leftSection={<Icon size={12} aria-hidden />}>
        {t(`instruction.stands.${item.stands}`)}
      </Badge>
    </Group>
  );
}
