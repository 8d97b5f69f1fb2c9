import {
  AlarmClock,
  BookLock,
  CalendarCheck,
  CalendarClock,
  CalendarRange,
  Eye,
  Files,
  Inbox,
  Layers,
  ListTodo,
  Megaphone,
  Merge,
  Settings2,
  UserRoundPen,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useHolds } from '@/api/reference';
import { MenuLink } from '@/components/ui/links';
import { paths } from './paths';

const SCREENS = [
  { to: paths.inbox, label: 'nav.inbox', Icon: Inbox, who: 'all' },
  { to: paths.week, label: 'nav.week', Icon: ListTodo, who: 'content' },
  { to: paths.plans, label: 'nav.plans', Icon: Files, who: 'content' },
  { to: paths.months, label: 'nav.months', Icon: CalendarRange, who: 'content' },
  { to: paths.consolidations, label: 'nav.consolidations', Icon: Layers, who: 'content' },
  { to: paths.meetings, label: 'nav.meetings', Icon: CalendarCheck, who: 'content' },
  { to: paths.instructions, label: 'nav.instructions', Icon: Megaphone, who: 'content' },
  { to: paths.extensions, label: 'nav.extensions', Icon: CalendarClock, who: 'content' },
  { to: paths.deadlines, label: 'nav.deadlines', Icon: AlarmClock, who: 'office' },
  { to: paths.standIns, label: 'nav.standIns', Icon: UserRoundPen, who: 'signing' },
  { to: paths.inspections, label: 'nav.inspections', Icon: Eye, who: 'organizing' },
  { to: paths.reorganizations, label: 'nav.reorganizations', Icon: Merge, who: 'organizing' },
  { to: paths.administration, label: 'nav.administration', Icon: Settings2, who: 'administration' },
  { to: paths.administrationRegister, label: 'nav.register', Icon: BookLock, who: 'audit' },
] as const;

/** Whose screens the reader's posts lead to. */
function useShown(): Record<(typeof SCREENS)[number]['who'], boolean> {
  const office = useHolds('consolidate');
  const staffs = useHolds('staff');
  const administers = useHolds('administer');
  const audits = useHolds('audit');
  const administration = staffs || administers;
  const reads = useHolds('view');
  const presents = useHolds('present');
  return {
    all: true,
    signing: office || presents,
    organizing: office || presents || (audits && !administration),
    content: reads || !administration,
    office,
    administration,
    audit: audits && !administration,
  };
}

/** The screens that the reader's posts lead to. */
export function useScreens() {
  const shown = useShown();
  return SCREENS.filter(({ who }) => shown[who]);
}

export function Navigation() {
  const { t } = useTranslation();
  return useScreens().map(({ to, label, Icon }) => (
    <MenuLink
      key={to}
      to={to}
      label={t(label)}
      leftSection={<Icon size={16} aria-hidden />}
      activeOptions={{ exact: to === paths.inbox, includeSearch: false }}
      activeProps={{ active: true }}
    />
  ));
}
