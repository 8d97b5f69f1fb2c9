import { useEffect } from 'react';
import { useFetched } from '@/components/ui/use-fetched';
import type { WhyNotProps } from './why-not-dialog';

const load = () => import('./why-not-dialog').then((found) => found.WhyNotDialog);

/** Each act that is not allowed now, with every reason; fetched when somebody asks. */
export function WhyNot(props: WhyNotProps) {
  const { opened, onClose } = props;
  const [Dialog, ask] = useFetched(load, onClose);
  useEffect(() => {
    if (opened) ask();
  }, [opened, ask]);
  return Dialog ? <Dialog {...props} /> : null;
}
