import { CalendarCheck, Files, Inbox, Layers } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MenuLink } from '../components/links';
import { paths } from './paths';

const SCREENS = [
  { to: paths.inbox, label: 'nav.inbox', Icon: Inbox },
  { to: paths.plans, label: 'nav.plans', Icon: Files },
  { to: paths.consolidations, label: 'nav.consolidations', Icon: Layers },
  { to: paths.meetings, label: 'nav.meetings', Icon: CalendarCheck },
] as const;

export function Navigation() {
  const { t } = useTranslation();
  return SCREENS.map(({ to, label, Icon }) => (
    <MenuLink
      key={to}
      to={to}
      label={t(label)}
      leftSection={<Icon size={18} aria-hidden />}
      activeOptions={{ exact: to === paths.inbox, includeSearch: false }}
      activeProps={{ active: true }}
    />
  ));
}
