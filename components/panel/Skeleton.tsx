/** The main screen's shape while it is on its way. Drawn only after a moment, so that a quick change does not flicker. */
import './skeleton.css';

const ROWS = [78, 62, 70, 54, 66];

export function Skeleton() {
  return (
    <div className="hr-skeleton">
      <p className="hr-hidden" role="status">
        Looking at the page…
      </p>
      <div aria-hidden>
        <div className="hr-skeleton__head">
          <i style={{ width: '32%' }} />
          <i className="is-tall" style={{ width: '70%' }} />
          <i style={{ width: '100%' }} />
        </div>
        <div className="hr-skeleton__head">
          <i style={{ width: '58%' }} />
          <i style={{ width: '100%' }} />
        </div>
        <div className="hr-skeleton__rows">
          {ROWS.map((width) => (
            <div key={width}>
              <i className="is-box" />
              <i style={{ width: `${width}%` }} />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
