import { List, Text, ThemeIcon } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Check, Circle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Setup, SetupStep } from '@/api/administration-types';
import { TextLink } from '@/components/ui/links';
import { QueryView } from '@/components/ui/query-view';
import { Section } from '@/components/ui/section';
import { setupQuery } from './queries';

/** Where each step is done; the institution itself is on the same page. */
const PLACES: Partial<Record<SetupStep, '/administration/units' | '/administration/people' | '/deadlines' | '/plans/new'>> = {
  leadership: '/administration/people',
  units: '/administration/units',
  people: '/administration/people',
  deadlines: '/deadlines',
  'first-month': '/deadlines',
  'first-plan': '/plans/new',
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
  const Icon = done ? Check : Circle;
  return (
    <ThemeIcon
      size="sm"
      radius="xl"
      variant="light"
      color={done ? 'teal.9' : 'gray.7'}
      role="img"
      aria-label={t(done ? 'admin.done' : 'admin.open')}
    >
      <Icon size={12} aria-hidden />
    </ThemeIcon>
  );
}

function StepName({ step }: { step: SetupStep }) {
  const { t } = useTranslation();
  const to = PLACES[step];
  const name = t(`admin.steps.${step}`);
  if (!to) return name;
  return (
    <TextLink to={to} inherit>
      {name}
    </TextLink>
  );
}
