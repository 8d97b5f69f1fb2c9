import type { ParseKeys } from 'i18next';
import { CircleX, ClockAlert, Minus } from 'lucide-react';
import type { ReportStatus } from '@/api/report-types';
import { Done, Open, type Sign } from '@/components/ui/signs';

export interface StatusLook {
  label: ParseKeys;
  Icon: Sign;
  /** Its time has passed without it. */
  late: boolean;
}

/** Word and sign of whether a report came, and in time. */
export function lookOfStatus(status: ReportStatus): StatusLook {
  switch (status) {
    case 'on-time':
      return { label: 'month.status.on-time', Icon: Done, late: false };
    case 'late':
      return { label: 'month.status.late', Icon: ClockAlert, late: true };
    case 'missing':
      return { label: 'month.status.missing', Icon: CircleX, late: true };
    case 'pending':
      return { label: 'month.status.pending', Icon: Open, late: false };
    case 'nothing-due':
      return { label: 'month.status.nothing-due', Icon: Minus, late: false };
  }
}
