import { Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, asForm, client } from '@/api/client';
import { reasonsAt } from '@/api/problem';
import { onlyUnit, useCurrentPeriod } from '@/api/reference';
import type { ImportPreview as Preview, Me } from '@/api/types';
import { PeriodSelect, UnitSelect } from '@/components/case/code-selects';
import { FileField } from '@/components/ui/file-field';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { Form } from '@/components/ui/form';

interface Chosen {
  file: File | undefined;
  unit: string;
  period: string;
}

function upload(body: Chosen): Promise<Preview> {
  return answer(
    client.POST('/api/v1/imports', {
      body: { ...body, file: '' }, // the description types a file as text; the form below is what is sent
      bodySerializer: () => asForm({ ...body }),
    }),
  );
}

/** A workbook to be read, and for whom; what was understood is looked at and mended before it becomes a plan. */
export function ImportForm({ me, onRead }: { me: Me; onRead: (read: Preview) => void }) {
  const { t } = useTranslation();
  const current = useCurrentPeriod();
  const [chosen, setChosen] = useState<Partial<Chosen>>({ unit: onlyUnit(me.permissions.edit) });
  const { file, unit = '', period = current } = chosen;
  const read = useMutation({ mutationFn: upload, onSuccess: onRead });
  const change = (part: Partial<Chosen>) => {
    setChosen((now) => ({ ...now, ...part }));
    read.reset();
  };

  function submit() {
    read.mutate({ file, unit, period });
  }

  return (
    <Stack>
      <Form onSubmit={submit} aria-label={t('import.title')}>
        <Stack maw={640}>
          <FileField
            label={t('import.file')}
            accept=".xlsx"
            required
            error={reasonsAt(read.error, 'file')}
            onChange={(picked) => change({ file: picked })}
          />
          <UnitSelect
            label={t('plan.unit')}
            placeholder={t('choose')}
            codes={me.permissions.edit}
            required
            value={unit}
            error={reasonsAt(read.error, 'unit')}
            onChange={(code) => change({ unit: code })}
          />
          <PeriodSelect
            label={t('plan.period')}
            placeholder={t('choose')}
            required
            value={period}
            error={reasonsAt(read.error, 'period')}
            onChange={(label) => change({ period: label })}
          />
          <ProblemAlert error={read.error} hideFields={['file', 'unit', 'period']} />
          <Group>
            <Button type="submit" variant="filled" loading={read.isPending}>
              {t('import.read')}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Stack>
  );
}
