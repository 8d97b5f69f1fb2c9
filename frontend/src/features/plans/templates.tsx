import { ActionIcon, Button, Group, NativeSelect, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { BookMarked, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { keys } from '@/api/keys';
import { everyPage } from '@/api/pages';
import { refreshLive } from '@/api/query-client';
import { useHolds } from '@/api/reference';
import type { Plan, PlanInput } from '@/api/types';
import { Fold } from '@/components/ui/fold';
import { PlainList } from '@/components/ui/plain-list';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { toast } from '@/components/ui/toast';

const templatesQuery = {
  queryKey: keys.templates,
  queryFn: () => everyPage(answer(client.GET('/api/v1/templates', { params: { query: {} } }))),
};

interface SelectProps {
  kind: PlanInput['kind'];
  value: string;
  error: string | undefined;
  onChange: (template: string) => void;
}

/** With which template the new plan begins; nothing to choose where the office keeps none of its kind. */
export function TemplateSelect({ kind, value, error, onChange }: SelectProps) {
  const { t } = useTranslation();
  const { data: templates = [] } = useQuery(templatesQuery);
  const offered = templates.filter((one) => one.kind === kind);
  if (offered.length === 0) return null;
  return (
    <NativeSelect
      label={t('template.use')}
      data={[
        { value: '', label: t('template.none') },
        ...offered.map(({ id, title, rows, period }) => ({ value: id, label: t('template.named', { title, n: rows, period }) })),
      ]}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** The admin office keeps the rows of a plan as a template. */
export function KeepTemplate({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const office = useHolds('consolidate');
  const keep = useMutation({
    mutationFn: () => answer(client.POST('/api/v1/templates', { body: { plan: plan.id } })),
    onSuccess: async () => {
      toast(t('template.kept'));
      await refreshLive();
    },
  });
  if (!office || plan.kind === 'conclusions' || plan.rows.length === 0) return null;
  return (
    <>
      <Button variant="default" leftSection={<BookMarked size={16} aria-hidden />} loading={keep.isPending} onClick={() => keep.mutate()}>
        {t('template.keep')}
      </Button>
      <ProblemAlert error={keep.error} />
    </>
  );
}

/** What the office keeps, each to be dropped by it; plans that began with one keep their rows. */
export function KeptTemplates() {
  const { t } = useTranslation();
  const office = useHolds('consolidate');
  const { data: templates = [] } = useQuery(templatesQuery);
  const drop = useMutation({
    mutationFn: (id: string) => answer(client.DELETE('/api/v1/templates/{template_id}', { params: { path: { template_id: id } } })),
    onSuccess: refreshLive,
  });
  if (!office || templates.length === 0) return null;
  return (
    <Fold summary={t('template.list', { n: templates.length })}>
      <ProblemAlert error={drop.error} />
      <PlainList aria-label={t('template.list', { n: templates.length })}>
        {templates.map(({ id, title, kind, rows, period, by }) => (
          <li key={id}>
            <Group gap="sm" wrap="nowrap">
              <ActionIcon variant="subtle" aria-label={t('template.drop', { title })} onClick={() => drop.mutate(id)}>
                <Trash2 size={16} aria-hidden />
              </ActionIcon>
              <Text size="sm">
                {t(`plan.kinds.${kind}`)}: {t('template.named', { title, n: rows, period })} – {by}
              </Text>
            </Group>
          </li>
        ))}
      </PlainList>
    </Fold>
  );
}
