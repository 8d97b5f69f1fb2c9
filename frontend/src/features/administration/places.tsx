import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useHolds } from '@/api/reference';
import { ButtonLink } from '@/components/ui/links';

/** The pages of administration, as far as the reader's posts lead there. */
export function AdministrationPlaces() {
  const { t } = useTranslation();
  const staffs = useHolds('staff');
  const administers = useHolds('administer');
  const audits = useHolds('audit');
  const places = [
    { to: '/administration', label: t('admin.overview'), shown: staffs || administers },
    { to: '/administration/units', label: t('admin.units'), shown: staffs },
    { to: '/administration/people', label: t('admin.people'), shown: staffs },
    { to: '/inspections', label: t('inspection.list'), shown: staffs },
    { to: '/reorganizations', label: t('reorganization.list'), shown: staffs },
    { to: '/administration/rights', label: t('rights.title'), shown: true },
    { to: '/administration/register', label: t('admin.register'), shown: staffs || administers || audits },
  ] as const;
  return (
    <Group component="nav" gap="xs" aria-label={t('admin.title')}>
      {places
        .filter(({ shown }) => shown)
        .map(({ to, label }) => (
          <ButtonLink
            key={to}
            to={to}
            size="xs"
            variant="subtle"
            color="gray"
            activeOptions={{ exact: true, includeSearch: false }}
            activeProps={{ 'aria-current': 'page', variant: 'light' }}
          >
            {label}
          </ButtonLink>
        ))}
    </Group>
  );
}
