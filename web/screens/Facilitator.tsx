import { exercise } from '../store';
import { Control } from './Control';
import { Hall } from './Hall';
import { Keeping } from './Keeping';

/** Control's pages: the hall until the start, then all rooms at a glance. */
export const Facilitator = () => (
  <>
    {exercise.value?.exercise.state === 'lobby' ? <Hall /> : <Control />}
    <Keeping />
  </>
);
