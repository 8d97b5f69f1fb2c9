import { Button, Group, NumberInput, Radio, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@/api/limits';
import { reasonsAt } from '@/api/problem';
import type { DeadlineRule } from '@/api/report-types';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { toast } from '@/components/ui/toast';
import { TimeField } from '@/components/ui/time-field';
import { Form } from '@/components/ui/form';
import { putRule, refreshDeadlines } from './queries';

const READINGS = ['last-wednesday', 'last-week'] as const;
const DAYS = ['unit_days', 'leadership_days', 'meeting_days'] as const;
const FIELDS = ['reading', 'hour', 'meeting_hour', ...DAYS];

/** How due points are computed for months that nobody confirmed yet. */
export function RuleForm({ rule }: { rule: DeadlineRule }) {
  const { t } = useTranslation();
  const [value, setValue] = useState(rule);
  const change = (part: Partial<DeadlineRule>) => setValue((now) => ({ ...now, ...part }));
  const save = useMutation({
    mutationFn: () => putRule(value),
    onSuccess: async () => {
      toast(t('deadlines.ruleSaved'));
      await refreshDeadlines();
    },
  });
  const hour = (name: 'hour' | 'meeting_hour') => (
    <TimeField
      label={t(`deadlines.${name}`)}
      required
      value={value[name]}
      error={reasonsAt(save.error, name)}
      onChange={(time) => change({ [name]: time })}
    />
  );

  function submit() {
    save.mutate();
  }

  return (
    <Form onSubmit={submit} aria-label={t('deadlines.rule')}>
      <Stack gap="md" maw={800}>
        <Text size="sm">{t('deadlines.source')}</Text>
        <Radio.Group
          label={t('deadlines.reading')}
          value={value.reading}
          error={reasonsAt(save.error, 'reading')}
          onChange={(reading) => change({ reading: reading as DeadlineRule['reading'] })}
        >
          <Stack gap="xs" mt="xs">
            {READINGS.map((reading) => (
              <Radio size="md" key={reading} value={reading} label={t(`deadlines.readings.${reading}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Group align="flex-end">
          {hour('hour')}
          {hour('meeting_hour')}
        </Group>
        <Group align="flex-end">
          {DAYS.map((name) => (
            <NumberInput
              key={name}
              label={t(`deadlines.${name}`)}
              min={0}
              max={LIMITS.RuleInput[name]}
              allowDecimal={false}
              required
              value={value[name]}
              error={reasonsAt(save.error, name)}
              onChange={(days) => change({ [name]: Number(days) })}
            />
          ))}
        </Group>
        <Text size="sm" c="dimmed">
          {t('deadlines.ruleHint')}
        </Text>
        <ProblemAlert error={save.error} hideFields={FIELDS} />
        <Group>
          <Button type="submit" variant="default" loading={save.isPending}>
            {t('deadlines.saveRule')}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
