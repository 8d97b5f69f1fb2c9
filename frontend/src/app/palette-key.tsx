import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useScreens } from './navigation';

const Palette = lazy(() => import('@/features/approvals/palette').then((found) => ({ default: found.Palette })));

/** Ctrl+K, on every screen; the palette itself is fetched when it is first asked for. */
export function PaletteKey() {
  const { t } = useTranslation();
  const screens = useScreens();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      if (!document.querySelector('[role=dialog]')) setOpen(true);
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <Suspense fallback={null}>
      {open && <Palette screens={screens.map(({ to, label }) => ({ to, label: t(label) }))} onClose={() => setOpen(false)} />}
    </Suspense>
  );
}
