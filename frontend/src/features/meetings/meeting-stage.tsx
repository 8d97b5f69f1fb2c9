import { Stack } from '@mantine/core';
import { useCallback, useEffect, useRef, type ReactNode } from 'react';
import type { Agenda } from '@/api/meeting-types';
import { MeetingHeader } from './meeting-header';
import { OverviewStep } from './overview-step';
import { ProposalsStep } from './proposals-step';
import { StageBar } from './stage-bar';
import { useStepTitles } from './step-titles';
import { placeOf, stepsOf, type Step } from './steps';
import classes from './stage.module.css';
import { UnitStep } from './unit-step';
import { useStepKeys } from './use-step-keys';

interface MeetingStageProps {
  agenda: Agenda;
  /** The key of the step that is shown. */
  at: string | undefined;
  onGo: (key: string) => void;
  /** What the leadership decides on the consequence of Notice 242. */
  consequences: ReactNode;
  conclusions: ReactNode;
}

/** A meeting, one step at a time: big enough for a projector, by keyboard, by buttons, on a phone. */
export function MeetingStage({ agenda, at, onGo, consequences, conclusions }: MeetingStageProps) {
  const titleOf = useStepTitles();
  const steps = stepsOf(agenda);
  const place = placeOf(at, steps);
  const step = steps[place]!;
  const heading = useHeadingFocus(step.key);
  const go = (to: number) => {
    const next = steps[to];
    if (next) onGo(next.key);
  };
  useStepKeys(useCallbackOfStep(go, place));
  return (
    <Stack className={classes.stage} gap="md">
      <MeetingHeader agenda={agenda} />
      <section aria-labelledby="step-title">
        <h2 id="step-title" ref={heading} tabIndex={-1} className={classes.heading}>
          {titleOf(step)}
        </h2>
        <StepContent agenda={agenda} step={step} consequences={consequences} conclusions={conclusions} />
      </section>
      <StageBar steps={steps} place={place} onGo={go} />
    </Stack>
  );
}

function useCallbackOfStep(go: (to: number) => void, place: number) {
  const latest = useRef({ go, place });
  useEffect(() => {
    latest.current = { go, place };
  });
  return useCallback((by: -1 | 1) => latest.current.go(latest.current.place + by), []);
}

/** After a change of step, reading and tabbing go on at its heading. */
function useHeadingFocus(key: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(key);
  useEffect(() => {
    if (shown.current !== key) heading.current?.focus({ preventScroll: true });
    shown.current = key;
  }, [key]);
  return heading;
}

function StepContent({ agenda, step, consequences, conclusions }: Omit<MeetingStageProps, 'at' | 'onGo'> & { step: Step }) {
  if ('unit' in step) return <UnitStep unit={step.unit} updates={agenda.updates} />;
  switch (step.key) {
    case 'overview':
      return <OverviewStep agenda={agenda} />;
    case 'proposals':
      return <ProposalsStep agenda={agenda} />;
    case 'consequences':
      return consequences;
    case 'conclusions':
      return conclusions;
  }
}
