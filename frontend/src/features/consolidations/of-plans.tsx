import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@/api/limits';
import type { ConsolidationInput } from '@/api/meeting-types';
import { reasonsAt } from '@/api/problem';
import { KeptNote } from '@/components/ui/kept-note';
import { TextLink } from '@/components/ui/links';
import { useKept } from '@/components/ui/use-kept';
import { useLimit } from '@/components/ui/use-limit';
import { Form } from '@/components/ui/form';
import { CheckedPlans } from './case-fields';

export interface Creating {
  body: ConsolidationInput;
  /** The server has taken it. */
  onSent?: () => void;
}

export interface FormProps {
  period: string;
  error: Error | null;
  loading: boolean;
  onCreate: (creating: Creating) => void;
}

/** Of plans that are chosen. */
export function OfPlans({ period, error, loading, onCreate }: FormProps) {
  const limit = useLimit();
  const { t } = useTranslation();
  const [draft, setDraft, kept] = useKept(`new consolidation ${period}`, { title: '', chosen: [] as string[] });
  const { title, chosen } = draft;

  function submit() {
    onCreate({ body: { period, cases: chosen, ...(title && { title }) }, onSent: kept.drop });
  }

  return (
    <Form onSubmit={submit} aria-label={t('consolidation.new')}>
      <Stack>
        <KeptNote kept={kept} />
        <Text size="sm">
          {t('consolidation.plansAlone')}{' '}
          <TextLink to="/plans" search={{ state: 'monitor-reviewed', period }} inherit>
            {t('plan.list')}
          </TextLink>
        </Text>
        <TextInput
          label={t('consolidation.title')}
          value={title}
          {...limit(LIMITS.ConsolidationInput.title, title, reasonsAt(error, 'title'))}
          onChange={(event) => setDraft({ title: event.currentTarget.value, chosen })}
        />
        <CheckedPlans
          period={period}
          chosen={chosen}
          error={reasonsAt(error, 'cases')}
          onChange={(ids) => setDraft({ title, chosen: ids })}
        />
        <Group>
          <Button type="submit" variant="filled" loading={loading}>
            {t('consolidation.create')}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
