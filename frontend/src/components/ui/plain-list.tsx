import { Stack, type StackProps } from '@mantine/core';
import type { ComponentProps } from 'react';
import classes from './plain-list.module.css';

/** A list without bullets. */
export function PlainList({ className = '', ...props }: StackProps & Omit<ComponentProps<'ul'>, keyof StackProps>) {
  return <Stack component="ul" gap="md" {...props} className={`${classes.list} ${className}`} role="list" />;
}
