import { Button, Group, Stack } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meQuery } from '@/api/reference';
import { PageTitle } from '@/components/ui/page-title';
import { QueryView } from '@/components/ui/query-view';
import { ImportForm } from '@/features/plans/import-form';
import { ImportPreview } from '@/features/plans/import-preview';
import { importQuery } from '@/features/plans/queries';
import { paths } from '@/app/paths';

const route = getRouteApi('/frame/plans/import');

/** The workbook that was read stands in the address: whoever reloads finds it again, as it was mended. */
export function ImportPlanPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { read } = route.useSearch();
  const { data: me } = useSuspenseQuery(meQuery);
  return (
    <Stack>
      <Group justify="space-between">
        <PageTitle>{t('import.title')}</PageTitle>
        {read && (
          <Button variant="default" onClick={() => void navigate({ to: paths.importPlan })}>
            {t('import.another')}
          </Button>
        )}
      </Group>
      {read ? (
        <ReadImport key={read} id={read} />
      ) : (
        <ImportForm me={me} onRead={({ id }) => void navigate({ to: paths.importPlan, search: { read: id } })} />
      )}
    </Stack>
  );
}

function ReadImport({ id }: { id: string }) {
  const navigate = useNavigate();
  const query = useQuery(importQuery(id));
  const toPlan = (plan: string) => void navigate({ to: paths.plan, params: { id: plan } });
  return (
    <QueryView query={query}>
      {(preview) =>
        preview.plan ? (
          <Navigate to={paths.plan} params={{ id: preview.plan }} replace />
        ) : (
          <ImportPreview preview={preview} onImported={(plan) => toPlan(plan.id)} />
        )
      }
    </QueryView>
  );
}
