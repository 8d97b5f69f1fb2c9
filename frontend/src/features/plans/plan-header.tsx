import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitNames, useUnitsHeld } from '@/api/reference';
import type { Case, Plan } from '@/api/types';
import { AskExtension } from '@/components/case/ask-extension';
import type { ByPaper } from '@/components/case/by-paper';
import { Digest } from '@/components/case/digest';
import { TextLink } from '@/components/ui/links';
import { PageTitle } from '@/components/ui/page-title';
import { Standing } from '@/components/case/state-badge';
import { StateRoad } from '@/components/case/state-road';
import { TimeAgo } from '@/components/ui/time-ago';
import { exactTime, plainDate, today } from '@/i18n/time';
import { Quiet } from '@/components/ui/quiet';
import { Note } from '@/components/ui/note';
import { AssignPlan } from './assign-plan';
import { Followed } from './followed';
import { extendableRows } from './extendable-rows';
import { replacedBy } from './line';
import { Officers } from './officers';
import { RenewalButton, Renews } from './renewal';
import { KeepTemplate } from './templates';
import { SupplementButton, WhyNoSupplement } from './supplement-button';
import { PlanDetails } from './plan-details';

interface PlanHeaderProps {
  plan: Plan;
  kase: Case | undefined;
  canEdit: boolean;
  /** The paper by which it came into force without being signed here. */
  paper: ByPaper | undefined;
  /** What is to be done with it now: right below its name. */
  children?: ReactNode;
}

/** Title, whose it is, where it stands, whom it waits for. */
export function PlanHeader({ plan, kase, canEdit, paper, children }: PlanHeaderProps) {
  const { t } = useTranslation();
  const replaced = replacedBy(plan, today());
  const adopted = { adoption: plan.adoption, number: plan.issued_number };
  return (
    <Stack gap="md">
      <PageTitle>{plan.title}</PageTitle>
      <Group gap="sm">
        <Standing
          state={plan.state}
          kind={plan.kind}
          {...adopted}
          discarded={plan.discarded}
          waitsForHead={plan.submitted}
          returned={plan.returned}
          dueAt={plan.due_at}
        />
        {plan.stopped_on && <Quiet>{t('stand.stopped', { day: plainDate(plan.stopped_on) })}</Quiet>}
        {plan.demo && <Quiet>{t('plan.demo')}</Quiet>}
        {plan.historical && <Quiet>{t('plan.historical')}</Quiet>}
      </Group>
      {children}
      {plan.kind !== 'conclusions' && !plan.discarded && <StateRoad state={plan.state} kind={plan.kind} paper={paper} {...adopted} />}
      {replaced && <Replaced by={replaced} />}
      <Note>
        <Facts plan={plan} kase={kase} />
        <Tools plan={plan} canEdit={canEdit} replaced={replaced !== undefined} />
      </Note>
    </Stack>
  );
}

/** A later supplement holds in its place. */
function Replaced({ by }: { by: string }) {
  const { t } = useTranslation();
  return (
    <Alert title={t('supplement.replaced')}>
      <TextLink to="/plans/$id" params={{ id: by }}>
        {t('supplement.goToPresent')}
      </TextLink>
    </Alert>
  );
}

/** What can be begun with a plan; what changes it, only with the one that holds. */
function Tools({ plan, canEdit, replaced }: { plan: Plan; canEdit: boolean; replaced: boolean }) {
  const { t } = useTranslation();
  const extendable = extendableRows(plan, useUnitsHeld('edit'));
  return (
    <>
      <Group mt="sm" gap="sm">
        <Button
          component="a"
          href={`/api/v1/plans/${plan.id}/export?form=appendix-1&format=xlsx`}
          download
          variant="default"
          leftSection={<Download size={16} aria-hidden />}
        >
          {t('plan.export')}
        </Button>
        {canEdit && <PlanDetails plan={plan} />}
        {!replaced && <SupplementButton plan={plan} />}
        {!replaced && <AskExtension rows={extendable} />}
        <RenewalButton plan={plan} />
        <KeepTemplate plan={plan} />
        <AssignPlan plan={plan} />
      </Group>
      {!replaced && <WhyNoSupplement plan={plan} />}
    </>
  );
}

function Facts({ plan, kase }: { plan: Plan; kase: Case | undefined }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return (
    <Stack gap="xs">
      <Text size="sm">
        {t('plan.unit')}: <strong>{unitName(plan.unit)}</strong>
      </Text>
      <Text size="sm">
        {t(`plan.kinds.${plan.kind}`)}
        {plan.number && ` · ${t('plan.number')}: ${plan.number}`} · {t('plan.period')}: {plan.period}
      </Text>
      {plan.waits_for !== 'nobody' && <Waits plan={plan} kase={kase} />}
      <Followed plan={plan} />
      {!plan.discarded && <Officers plan={plan} />}
      <Renews plan={plan} />
      {plan.issued && <Issued issued={plan.issued} />}
      {plan.note && <Text size="sm">{plan.note}</Text>}
      <Text size="sm" c="dimmed">
        {t('digest.label')}: <Digest value={plan.digest} />
      </Text>
    </Stack>
  );
}

function Waits({ plan, kase }: { plan: Plan; kase: Case | undefined }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return (
    <Text size="sm">
      {t('waits.label')}: <strong>{t(`waits.${plan.waits_for}`)}</strong>
      {kase?.waits_unit && ` (${unitName(kase.waits_unit)})`} · {t('since')} <TimeAgo at={plan.since} />
      {plan.due_at && ` · ${t('due', { at: exactTime(plan.due_at) })}`}
    </Text>
  );
}

function Issued({ issued }: { issued: NonNullable<Plan['issued']> }) {
  const { t } = useTranslation();
  return (
    <Text size="sm">
      {t('plan.issued', { number: issued.number, date: plainDate(issued.date), signer: issued.signer })} ·{' '}
      <Anchor href={`/api/v1/evidence/${issued.evidence}`} download>
        {t('plan.signedFile')}
      </Anchor>
    </Text>
  );
}
