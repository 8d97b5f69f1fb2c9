import { Button, Group, Text } from '@mantine/core';
import { ListChecks } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '@/api/types';
import { Fold } from '@/components/ui/fold';
import { useHeld } from '@/components/ui/held';
import { ReasonList } from '@/components/ui/reason-list';
import { goToRow } from '@/components/ui/row-anchor';
import { Section } from '@/components/ui/section';
import { exactTime } from '@/i18n/time';
import { ClaritiesDialog } from './clarities-dialog';

interface ClaritiesProps {
  plan: Plan;
  /** Whether what is said of all rows can be changed. */
  canEdit: boolean;
}

/** "6 rõ": who is in charge and by whose authority, said once for the plan or a group, and what its rows leave open. */
export function ClaritiesSection({ plan, canEdit }: ClaritiesProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const held = useHeld();
  if (plan.kind === 'conclusions' || !(canEdit || isSpokenOf(plan))) return null;
  const edit = canEdit && (
    <Button variant="default" disabled={held} leftSection={<ListChecks size={16} aria-hidden />} onClick={() => setOpened(true)}>
      {t('clarity.edit')}
    </Button>
  );
  return (
    <Section title={t('clarity.title')} aside={edit}>
      <SaidOnce plan={plan} />
      {plan.exemption && <Exemption exemption={plan.exemption} />}
      <Lacks plan={plan} canEdit={canEdit} />
      {opened && <ClaritiesDialog plan={plan} onClose={() => setOpened(false)} />}
    </Section>
  );
}

const isSpokenOf = ({ person, authority, groups, exemption, lacks }: Plan) =>
  [person, authority, exemption, ...groups, ...lacks].some(Boolean);

/** What is left open, each leading to its row. */
function Lacks({ plan: { exemption, lacks }, canEdit }: ClaritiesProps) {
  const { t } = useTranslation();
  if (lacks.length === 0) return exemption ? null : <Text size="sm">{t('clarity.whole')}</Text>;
  return (
    <Fold summary={t(canEdit ? 'clarity.lacks' : 'clarity.lacked', { n: lacks.length })}>
      <ReasonList reasons={lacks} onGo={goToRow} />
    </Fold>
  );
}

/** Who is in charge of the plan's rows, and of a group's, where a row says nothing else. */
function SaidOnce({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const words = (person: string, authority: string) =>
    [person && `${t('row.person')}: ${person}`, authority && `${t('row.authority')}: ${authority}`].filter(Boolean).join(' · ');
  const lines = [
    { name: t('clarity.ofPlan'), said: words(plan.person, plan.authority) },
    ...plan.groups.map(({ section, person, authority }) => ({ name: section, said: words(person, authority) })),
  ].filter(({ said }) => said !== '');
  return lines.map(({ name, said }) => (
    <Text key={name} size="sm">
      <strong>{name}</strong> – {said}
    </Text>
  ));
}

/** Why the plan need not be clear in six ways, and who accepted that. */
function Exemption({ exemption: { reason, accepted } }: { exemption: NonNullable<Plan['exemption']> }) {
  const { t } = useTranslation();
  const state = accepted ? t('clarity.accepted', { by: accepted.by, at: exactTime(accepted.at) }) : t('clarity.notAccepted');
  return (
    <Group gap="xs">
      <Text size="sm">
        <strong>{t('clarity.exemption')}:</strong> {reason}
      </Text>
      <Text size="sm" c={accepted ? undefined : 'var(--late-text)'}>
        {state}
      </Text>
    </Group>
  );
}
