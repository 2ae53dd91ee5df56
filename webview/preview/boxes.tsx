/** The head of the form and its boxes. */
import type { ComponentChildren } from 'preact';
import type { FormOwner } from '../../server/src/protocol';
import type { Drawn, DrawnForm, DrawnTick } from '../form/drawn';
import { Thing, Value } from './thing';
import { Unread } from './unread';
import type { View } from './view';

interface Props {
  readonly view: View;
  readonly form: DrawnForm;
}

function Tick({ view, tick, also }: { view: View; tick: DrawnTick; also?: readonly string[] }) {
  const { address, caption, ticked, missing } = tick;
  return (
    <Thing as="p" view={view} address={address} also={also} class={missing ? 'tick missing' : 'tick'}>
      <span class="box" role="img" aria-label={ticked ? view.words.ticked : view.words.notTicked}>
        {ticked ? 'X' : ''}
      </span>
      <span>
        {caption}
        {missing && <em> {view.words.missing}</em>}
      </span>
    </Thing>
  );
}

function Box({ name, caption, children }: { name: string; caption: string; children?: ComponentChildren }) {
  return (
    <section class={`formbox ${name}`}>
      <h2>{caption}</h2>
      {children}
    </section>
  );
}

export function Head({ view, form }: Props) {
  const { own, notSubjectToSection16, aff10b5One } = form;
  return (
    <header class="head">
      <div class="left">
        <p class="name">{own.form}</p>
        <Tick view={view} tick={notSubjectToSection16} />
        {aff10b5One && <Tick view={view} tick={aff10b5One} />}
      </div>
      <div class="title">
        <p>{own.agency}</p>
        <p class="small">{own.city}</p>
        <h1>{own.title}</h1>
        <p class="small">{own.pursuant}</p>
      </div>
      <div class="omb">
        <p>OMB APPROVAL</p>
        {own.omb.map(([name, value]) => (
          <p key={name}>
            {name} {value}
          </p>
        ))}
      </div>
    </header>
  );
}

export function Boxes({ view, form }: Props) {
  const { own, issuer, owners, periodOfReport, dateOfOriginalSubmission, jointFiling } = form;
  const { captions } = own;
  const [first, ...others] = owners;
  const unread = (...parts: string[]): ComponentChildren => <Unread view={view} form={form} parts={parts} />;
  return (
    <>
      <div class={issuer.foreignSymbol ? 'boxes foreign' : 'boxes'}>
        <Box name="person" caption={captions.reportingPerson}>
          {first && <Person view={view} form={form} owner={first} />}
          {unread('reportingOwners')}
        </Box>
        <Box name="two" caption={captions.issuer}>
          <p>
            <Value view={view} cell={issuer.name} /> [ <Value view={view} cell={issuer.symbol} /> ]
          </p>
          {unread('issuer')}
        </Box>
        <Box name="five" caption={captions.relationship}>
          {first && <Relationship view={view} owner={first} />}
        </Box>
        {issuer.foreignSymbol && (
          <Box name="two" caption={own.foreignSymbol}>
            <Value view={view} cell={issuer.foreignSymbol} />
          </Box>
        )}
        <Box name="two" caption={captions.earliestTransaction}>
          <Value view={view} cell={periodOfReport} />
          {unread('periodOfReport')}
        </Box>
        <Box name="two" caption={captions.originalFiled}>
          <Value view={view} cell={dateOfOriginalSubmission} />
          {unread('dateOfOriginalSubmission')}
        </Box>
        <Box name="six" caption={captions.jointFiling}>
          {jointFiling.map((tick, at) => (
            <Tick key={tick.address} view={view} tick={tick} also={at === 0 ? ['jointFiling'] : undefined} />
          ))}
        </Box>
      </div>
      {others.map((owner) => (
        <div class="boxes other" key={owner.address}>
          <Box name="person" caption={captions.reportingPerson}>
            <Person view={view} form={form} owner={owner} />
          </Box>
          <Box name="" caption={own.relationshipOfOther}>
            <Relationship view={view} owner={owner} />
          </Box>
        </div>
      ))}
    </>
  );
}

function Person({ view, form: { own }, owner: { name, street, place } }: Props & { owner: Drawn<FormOwner> }) {
  return (
    <>
      <p class="line">
        <Value view={view} cell={name} />
      </p>
      <p class="small">{own.nameParts}</p>
      <p class="line">{street && <Value view={view} cell={street} />}</p>
      <p class="small">{own.street}</p>
      <p class="line">{place && <Value view={view} cell={place} />}</p>
      <p class="small">{own.placeParts}</p>
    </>
  );
}

function Relationship({ view, owner }: { view: View; owner: Drawn<FormOwner> }) {
  const { address, relationship, officerTitle, otherText } = owner;
  return (
    <Thing as="div" view={view} address={`${address}/relationship`} class="roles">
      {relationship.map((tick) => (
        <Tick key={tick.address} view={view} tick={tick} />
      ))}
      {officerTitle && <Value view={view} cell={officerTitle} />} {otherText && <Value view={view} cell={otherText} />}
    </Thing>
  );
}
