import { Fieldset, Group, Stack, Text } from '@mantine/core';
import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OpenRow } from '@/components/case/open-row';
import { useScope } from '@/components/grid/scope';

/** Why a field stands still: a return has not marked it. */
export function Locked() {
  const { t } = useTranslation();
  return (
    <Group gap={4} wrap="nowrap">
      <Lock size={14} aria-hidden />
      <Text size="xs" c="dimmed">
        {t('scope.outside')}
      </Text>
    </Group>
  );
}

/** A field of a row in a form, as the scope of a return lets it be changed; the row is only named where there is a scope. */
export function ScopedField({ row, field, children }: { row: string | undefined; field: string; children: ReactNode }) {
  const { limited, allows } = useScope();
  if (row === undefined || !limited || allows(row, field)) return children;
  return (
    <Fieldset variant="unstyled" disabled>
      {children}
      <Locked />
    </Fieldset>
  );
}

/** Sửa thêm dòng này, where not all of the row can be changed; a row of which nothing can says so. */
export function RowScope({ row, fields }: { row: string; fields: readonly string[] }) {
  const { limited, allows } = useScope();
  if (!limited || allows(row)) return null;
  return (
    <Stack gap={4} align="flex-start">
      {!fields.some((field) => allows(row, field)) && <Locked />}
      <OpenRow row={row} />
    </Stack>
  );
}
