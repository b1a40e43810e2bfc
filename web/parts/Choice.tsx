interface ChoiceProps {
  name: string;
  text: string;
  checked: boolean;
  onChoose: () => void;
}

/** One of several, of which exactly one is chosen. */
export const Choice = ({ name, text, checked, onChoose }: ChoiceProps) => (
  <label class="choice">
    <input type="radio" name={name} checked={checked} onChange={onChoose} />
    <span>{text}</span>
  </label>
);

interface TickProps {
  text: string;
  on: boolean;
  onTick: (on: boolean) => void;
}

/** Yes or no. */
export const Tick = ({ text, on, onTick }: TickProps) => (
  <label class="choice">
    <input type="checkbox" checked={on} onChange={(event) => onTick(event.currentTarget.checked)} />
    <span>{text}</span>
  </label>
);
