import { Button, NativeSelect } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { usePhone } from '@/components/ui/use-phone';
import type { Step } from './steps';
import { useStepTitles } from './step-titles';
import classes from './stage.module.css';

interface StageBarProps {
  steps: Step[];
  place: number;
  onGo: (place: number) => void;
}

/** Back, on, or straight to one of the steps; within reach wherever the page is scrolled to. */
export function StageBar({ steps, place, onGo }: StageBarProps) {
  const { t } = useTranslation();
  const phone = usePhone();
  const titleOf = useStepTitles();
  return (
    <nav className={classes.bar} data-bar aria-label={t('meeting.steps')}>
      <Button
        variant="default"
        px={phone ? 'xs' : undefined}
        disabled={place === 0}
        aria-label={t('meeting.back')}
        leftSection={!phone && <ChevronLeft size={16} aria-hidden />}
        onClick={() => onGo(place - 1)}
      >
        {phone ? <ChevronLeft size={16} aria-hidden /> : t('meeting.back')}
      </Button>
      <NativeSelect
        aria-label={t('meeting.step')}
        value={steps[place]!.key}
        data={steps.map((step, at) => ({ value: step.key, label: `${at + 1}/${steps.length} · ${titleOf(step)}` }))}
        onChange={({ currentTarget: { value } }) => onGo(steps.findIndex((step) => step.key === value))}
      />
      <Button
        px={phone ? 'xs' : undefined}
        disabled={place === steps.length - 1}
        aria-label={t('meeting.next')}
        rightSection={!phone && <ChevronRight size={16} aria-hidden />}
        onClick={() => onGo(place + 1)}
      >
        {phone ? <ChevronRight size={16} aria-hidden /> : t('meeting.next')}
      </Button>
    </nav>
  );
}
