/** The boxes of the form above its tables. */
import type { JSX } from 'preact';
import type { FormOwner } from '../../server/src/protocol';
import type { Drawn, DrawnCell, DrawnForm, DrawnTick } from '../form/drawn';
import type { Desk } from './desk';
import { Field } from './field';
import { worst } from './findings';

interface Part {
  readonly desk: Desk;
  readonly form: DrawnForm;
}

/** A box that can be ticked, as a check box. */
function Tick({ desk, tick }: { readonly desk: Desk; readonly tick: DrawnTick }): JSX.Element {
  const { address, caption, ticked, missing } = tick;
  const found = desk.findingsAt(address);
  const message = [desk.notTaken.get(address)?.why, ...found.map(({ finding }) => finding.message)]
    .filter(Boolean)
    .join('\n');
  return (
    <label class={`tick ${worst(found) ?? ''}`} title={message || undefined}>
      <input
        type="checkbox"
        data-address={address}
        checked={ticked}
        disabled={desk.shown?.refused !== undefined || missing}
        aria-description={message || undefined}
        onFocus={() => desk.reached(address)}
        onChange={(event) => {
          const checked = event.currentTarget.checked;
          // What is ticked is what the text says: until it does, the box stays as it was.
          event.currentTarget.checked = ticked;
          desk.ask({ kind: 'tick', address, checked }, { address, then: address });
        }}
      />
      <span>{caption}</span>
    </label>
  );
}

/** A value below its caption; one that the text does not have is blank. */
function Box({
  desk,
  caption,
  label,
  cell,
  address,
}: {
  readonly desk: Desk;
  readonly caption?: string;
  readonly label: string;
  readonly cell: DrawnCell | undefined;
  readonly address: string;
}): JSX.Element {
  return (
    <div class="box">
      <Field
        desk={desk}
        address={cell?.address ?? address}
        words={cell?.words ?? ''}
        label={label}
        readOnly={desk.shown?.refused !== undefined}
      />
      {caption !== undefined && <small>{caption}</small>}
    </div>
  );
}

export function Head({ desk, form }: Part): JSX.Element {
  const { own, documentType } = form;
  return (
    <header>
      <div class="form-number">
        <h1>{documentType === '4/A' ? `${own.form}/A` : own.form}</h1>
        <Tick desk={desk} tick={form.notSubjectToSection16} />
        {form.aff10b5One && <Tick desk={desk} tick={form.aff10b5One} />}
      </div>
      <div class="form-title">
        <p>{own.agency}</p>
        <h2>{own.title}</h2>
        <p class="pursuant">{own.pursuant}</p>
      </div>
    </header>
  );
}

function Person({
  desk,
  form,
  owner,
  first,
}: Part & { readonly owner: Drawn<FormOwner>; readonly first: boolean }): JSX.Element {
  const { own } = form;
  const { address } = owner;
  return (
    <div class="person">
      <section>
        <h3>{own.captions.reportingPerson}</h3>
        <Box
          desk={desk}
          label={own.captions.reportingPerson}
          cell={owner.name}
          address={`${address}/rptOwnerName`}
          caption={own.nameParts}
        />
        <Box desk={desk} label={own.street} cell={owner.street} address={`${address}/street`} caption={own.street} />
        <Box
          desk={desk}
          label={own.placeParts}
          cell={owner.place}
          address={`${address}/place`}
          caption={own.placeParts}
        />
      </section>
      {first && <Middle desk={desk} form={form} />}
      <section>
        <h3>{first ? own.captions.relationship : own.relationshipOfOther}</h3>
        <div class="roles">
          {owner.relationship.map((tick) => (
            <Tick desk={desk} tick={tick} key={tick.address} />
          ))}
        </div>
        <Box
          desk={desk}
          label={desk.t('Title of the officer')}
          cell={owner.officerTitle}
          address={`${address}/officerTitle`}
          caption={desk.t('Title of the officer')}
        />
        <Box
          desk={desk}
          label={desk.t('What “Other” is')}
          cell={owner.otherText}
          address={`${address}/otherText`}
          caption={desk.t('What “Other” is')}
        />
      </section>
    </div>
  );
}

/** Boxes 2, 3 and 4. */
function Middle({ desk, form }: Part): JSX.Element {
  const { own, issuer } = form;
  return (
    <section>
      <h3>{own.captions.issuer}</h3>
      <div class="issuer">
        <Box desk={desk} label={desk.t('Issuer name')} cell={issuer.name} address="issuer/issuerName" />
        <span aria-hidden="true">[</span>
        <Box
          desk={desk}
          label={desk.t('Ticker or trading symbol')}
          cell={issuer.symbol}
          address="issuer/issuerTradingSymbol"
        />
        <span aria-hidden="true">]</span>
      </div>
      <h3>{own.captions.earliestTransaction}</h3>
      <Box desk={desk} label={own.captions.earliestTransaction} cell={form.periodOfReport} address="periodOfReport" />
      <h3>{own.captions.originalFiled}</h3>
      <Box
        desk={desk}
        label={own.captions.originalFiled}
        cell={form.dateOfOriginalSubmission}
        address="dateOfOriginalSubmission"
      />
    </section>
  );
}

export function People({ desk, form }: Part): JSX.Element {
  return (
    <div class="people">
      {form.owners.map((owner, at) => (
        <Person desk={desk} form={form} owner={owner} first={at === 0} key={owner.address} />
      ))}
    </div>
  );
}

export function Remarks({ desk, form: { own, remarks } }: Part): JSX.Element {
  return (
    <section class="remarks">
      <h3>{own.captions.remarks}</h3>
      <Field
        desk={desk}
        address="remarks"
        words={remarks?.words ?? ''}
        label={own.captions.remarks}
        lines
        readOnly={desk.shown?.refused !== undefined}
      />
    </section>
  );
}

export function Signatures({ desk, form: { own, signatures } }: Part): JSX.Element {
  const blank = signatures.length === 0 ? [undefined] : signatures;
  return (
    <section class="signatures">
      {blank.map((signature, at) => (
        <div class="signature" key={at}>
          <Box
            desk={desk}
            label={own.captions.signature}
            cell={signature?.name}
            address={`ownerSignature/${at}/signatureName`}
            caption={own.captions.signature}
          />
          <Box
            desk={desk}
            label={own.date}
            cell={signature?.date}
            address={`ownerSignature/${at}/signatureDate`}
            caption={own.date}
          />
        </div>
      ))}
    </section>
  );
}
