import { AlarmClock, CalendarCheck, CalendarRange, Files, Inbox, Layers, ListTodo, Megaphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useHolds } from '@/api/reference';
import { MenuLink } from '@/components/ui/links';
import { paths } from './paths';

const SCREENS = [
  { to: paths.inbox, label: 'nav.inbox', Icon: Inbox, office: false },
  { to: paths.week, label: 'nav.week', Icon: ListTodo, office: false },
  { to: paths.plans, label: 'nav.plans', Icon: Files, office: false },
  { to: paths.months, label: 'nav.months', Icon: CalendarRange, office: false },
  { to: paths.consolidations, label: 'nav.consolidations', Icon: Layers, office: false },
  { to: paths.meetings, label: 'nav.meetings', Icon: CalendarCheck, office: false },
  { to: paths.instructions, label: 'nav.instructions', Icon: Megaphone, office: false },
  { to: paths.deadlines, label: 'nav.deadlines', Icon: AlarmClock, office: true },
] as const;

export function Navigation() {
  const { t } = useTranslation();
  const ofOffice = useHolds('consolidate');
  return SCREENS.filter(({ office }) => ofOffice || !office).map(({ to, label, Icon }) => (
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
