import type { ComponentType } from 'react';

interface SignProps {
  size?: number | string;
  'aria-hidden'?: boolean;
  className?: string;
}

/** A picture beside a word. */
export type Sign = ComponentType<SignProps>;

const FULL = 'M8 1.2a6.8 6.8 0 1 0 0 13.6A6.8 6.8 0 0 0 8 1.2Z';
const SLICES = ['', 'M8 8V4a4 4 0 0 1 4 4Z', 'M8 4a4 4 0 0 1 0 8Z', 'M8 8H4a4 4 0 1 0 4-4Z'];

/** A circle that fills in four steps: open, a quarter, a half, three quarters, done. */
function circle(step: 0 | 1 | 2 | 3): Sign {
  return function Circle({ size = 16, ...rest }) {
    return (
      <svg width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth={1.5} {...rest}>
        <circle cx={8} cy={8} r={6.2} strokeDasharray={step === 0 ? '2.2 1.9' : undefined} />
        <path d={SLICES[step]} fill="currentColor" stroke="none" />
      </svg>
    );
  };
}

export const Open = circle(0);
export const Quarter = circle(1);
export const Half = circle(2);
export const ThreeQuarters = circle(3);

export function Done({ size = 16, ...rest }: SignProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="none" {...rest}>
      <path d={FULL} fill="currentColor" />
      <path d="m5 8.2 2.1 2.1L11 6.4" stroke="var(--bg)" strokeWidth={1.6} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
