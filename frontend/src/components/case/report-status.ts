import type { ParseKeys } from 'i18next';
import { CircleCheck, CircleX, ClockAlert, Hourglass, Minus, type LucideIcon } from 'lucide-react';
import type { ReportStatus } from '@/api/report-types';

export interface StatusLook {
  label: ParseKeys;
  color: string;
  Icon: LucideIcon;
}

/** Word, colour and icon of whether a report came, and in time. */
export function lookOfStatus(status: ReportStatus): StatusLook {
  switch (status) {
    case 'on-time':
      return { label: 'month.status.on-time', color: 'green', Icon: CircleCheck };
    case 'late':
      return { label: 'month.status.late', color: 'orange', Icon: ClockAlert };
    case 'missing':
      return { label: 'month.status.missing', color: 'red', Icon: CircleX };
    case 'pending':
      return { label: 'month.status.pending', color: 'blue', Icon: Hourglass };
    case 'nothing-due':
      return { label: 'month.status.nothing-due', color: 'gray', Icon: Minus };
  }
}
