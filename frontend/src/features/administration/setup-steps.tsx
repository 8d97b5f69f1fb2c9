import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Circle, CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Setup, SetupStep } from '@/api/administration-types';
import { meQuery } from '@/api/reference';
import { TextLink } from '@/components/ui/links';
import { QueryView } from '@/components/ui/query-view';
import { Section } from '@/components/ui/section';
import { setupQuery } from './queries';

type Right = 'staff' | 'consolidate' | 'edit';

/** Where each step is done, and whose it is; the institution itself is on the same page. */
const PLACES: Partial<
  Record<SetupStep, { to: '/administration/units' | '/administration/people' | '/deadlines' | '/plans/new'; right: Right }>
> = {
  leadership: { to: '/administration/people', right: 'staff' },
  units: { to: '/administration/units', right: 'staff' },
  people: { to: '/administration/people', right: 'staff' },
  calendar: { to: '/deadlines', right: 'consolidate' },
  deadlines: { to: '/deadlines', right: 'consolidate' },
  'first-month': { to: '/deadlines', right: 'consolidate' },
  'first-plan': { to: '/plans/new', right: 'edit' },
};

/** How far setting up has come, each step leading to where it is done. */
export function SetupSteps() {
  const { t } = useTranslation();
  const setup = useQuery(setupQuery);
  return <QueryView query={setup}>{({ steps }) => <Steps steps={steps} title={t('admin.setup')} />}</QueryView>;
}

function Steps({ steps, title }: { steps: Setup['steps']; title: string }) {
  const { t } = useTranslation();
  const done = steps.filter((step) => step.done).length;
  return (
    <Section title={title} aside={<Text size="sm">{t('admin.stepsDone', { n: done, of: steps.length })}</Text>}>
      <List spacing={6} size="sm" center>
        {steps.map((step) => (
          <List.Item key={step.step} icon={<Mark done={step.done} />}>
            <StepName step={step.step} />
          </List.Item>
        ))}
      </List>
    </Section>
  );
}

function Mark({ done }: { done: boolean }) {
  const { t } = useTranslation();
  const Icon = done ? CircleCheck : Circle;
  return <Icon size={16} role="img" aria-label={t(done ? 'admin.done' : 'admin.open')} />;
}

/** A link for who does it; for the others whose it is. */
function StepName({ step }: { step: SetupStep }) {
  const { t } = useTranslation();
  const { data: me } = useQuery(meQuery);
  const place = PLACES[step];
  const name = t(`admin.steps.${step}`);
  if (!place) return name;
  if (!me?.permissions[place.right].length) return `${name} (${t(`admin.by.${place.right}`)})`;
  return (
    <TextLink to={place.to} inherit>
      {name}
    </TextLink>
  );
}
