import { Anchor, Button, NavLink, type AnchorProps, type ButtonProps, type NavLinkProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentProps, Ref } from 'react';

type Native<P> = P & Omit<ComponentProps<'a'>, keyof P> & { ref?: Ref<HTMLAnchorElement> };

function PlainAnchor(props: Native<AnchorProps>) {
  return <Anchor {...props} />;
}

function PlainButton(props: Native<ButtonProps>) {
  return <Button component="a" {...props} />;
}

function PlainNavLink(props: Native<NavLinkProps>) {
  return <NavLink component="a" {...props} />;
}

// Links of the router that look like Mantine's own.
export const TextLink = createLink(PlainAnchor);
export const ButtonLink = createLink(PlainButton);
export const MenuLink = createLink(PlainNavLink);
