/** The precise words on a pack, for admins; and whose rules it holds, where the person may say so. */
import { useId } from 'react';
import { FactList } from '../../ui/FactList';
import { dayWords, timeWords } from '../../ui/time';
import '../../ui/input.css';
import { Fingerprint } from '../trust/Fingerprint';
import type { Layer, PackView } from './model';
import { LAYER_WORDS, waitWords } from './words';
import '../form.css';

const MEANING: Record<Layer, string> = {
  company: 'Goes before all others.',
  team: 'Goes before yours, after the company’s.',
  personal: 'Counts where no other pack knows the record.',
};

interface PackDetailsProps {
  pack: PackView;
  now: number;
  /** Absent where the layer is not the person's to change. */
  onLayer?: (layer: Layer) => void;
}

export function PackDetails({ pack, now, onLayer }: PackDetailsProps) {
  const { signed, digest, source, description, layer, rollout } = pack;
  return (
    <div className="hr-details">
      {onLayer ? <LayerChoice pack={pack} onLayer={onLayer} /> : <p>{`${LAYER_WORDS[layer]}: ${MEANING[layer]}`}</p>}
      <FactList
        facts={[
          { name: 'About', entries: description === undefined ? [] : [description] },
          { name: 'Pack id', entries: [<code key="id">{pack.id}</code>] },
          { name: 'Address', entries: source.kind === 'subscription' ? [source.url] : [] },
          { name: 'In use since', entries: pack.inUse && pack.activeAt !== undefined ? [timeWords(pack.activeAt, now)] : [] },
          { name: 'Rollout', entries: rollout && waitWords(rollout, now) !== '' ? [waitWords(rollout, now)] : [] },
          { name: 'Fingerprint of the key', entries: signed ? [<Fingerprint key="words" words={signed.fingerprint} small />] : [] },
          { name: 'Key id', entries: signed ? [<code key="key">{signed.key}</code>] : [] },
          { name: 'For', entries: signed ? [signed.audience ?? 'Everybody'] : [] },
          { name: 'Signed', entries: signed ? [timeWords(signed.issuedAt, now)] : [] },
          { name: 'Expires', entries: signed ? [signed.expiresAt === null ? 'Never' : dayWords(signed.expiresAt, now)] : [] },
          { name: 'SHA-256 of the file', entries: digest === undefined ? [] : [<code key="digest">{digest}</code>] },
        ]}
      />
    </div>
  );
}

function LayerChoice({ pack: { layer, mayBe, title }, onLayer }: { pack: PackView; onLayer(layer: Layer): void }) {
  const id = useId();
  return (
    <div className="hr-field">
      <label htmlFor={id}>Whose rules these are</label>
      <select
        id={id}
        className="hr-input hr-input--short"
        value={layer}
        aria-describedby={`${id}-about`}
        aria-label={`Whose rules ${title} holds`}
        onChange={({ target }) => {
          const chosen = mayBe.find((each) => each === target.value);
          if (chosen) onLayer(chosen);
        }}
      >
        {mayBe.map((each) => (
          <option key={each} value={each}>
            {LAYER_WORDS[each]}
          </option>
        ))}
      </select>
      <p id={`${id}-about`} className="hr-said">
        {MEANING[layer]}
      </p>
    </div>
  );
}
