import { Trans, useLingui } from "@lingui/react/macro";
import { Checkbox, Group, MultiSelect, Stack, Text } from "@mantine/core";
import { CategoryPicker, PlacePicker } from "@/components/pickers";
import { LANGUAGES, type Language } from "@/lib/languages";
import { useWord } from "@/lib/own-words";
import { CASE_KIND } from "@/lib/words";
import type { FormSchema, Said } from "./model";
import { saidUnder } from "./model";

interface Props {
  schema: FormSchema;
  errors: Said[];
  onChange: (patch: Partial<FormSchema>) => void;
}

/** In which languages the form is, for which kinds of cases, and which categories and places it offers. */
export function OffersEditor({ schema, errors, onChange }: Props) {
  const { t } = useLingui();
  const word = useWord();
  const said = (place: string) => saidUnder(errors, place)[0]?.message;
  return (
    <Stack gap="lg">
      <MultiSelect
        label={t`Languages, the first one preferred`}
        description={t`Every text of the form stands in each of them.`}
        data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
        value={schema.languages}
        error={said("languages")}
        onChange={(languages) => onChange({ languages })}
      />
      <Checkbox.Group
        label={t`Kinds of cases`}
        value={schema.kinds}
        error={said("kinds")}
        onChange={(kinds) => onChange({ kinds })}
      >
        <Stack gap="xs" mt="xs">
          {(Object.keys(CASE_KIND) as (keyof typeof CASE_KIND)[]).map((kind) => (
            <Checkbox key={kind} value={kind} label={word(CASE_KIND, kind)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Codes
        label={t`Categories that are offered`}
        all={t`All categories`}
        codes={schema.categories}
        error={said("categories")}
        onChange={(categories) => onChange({ categories })}
        picker={(add) => (
          <CategoryPicker label={t`Add a category with what lies below it`} value={null} onChange={add} />
        )}
      />
      <Codes
        label={t`Places that are offered`}
        all={t`All places`}
        codes={schema.places}
        error={said("places")}
        onChange={(places) => onChange({ places })}
        picker={(add) => (
          <PlacePicker label={t`Add a place with what lies in it`} value={null} onChange={add} />
        )}
      />
      <Text size="xs" c="dimmed">
        <Trans>Languages: {(schema.languages as Language[]).map((one) => LANGUAGES[one]).join(", ")}</Trans>
      </Text>
    </Stack>
  );
}

interface CodesProps {
  label: string;
  all: string;
  codes: string[] | null | undefined;
  error?: string;
  onChange: (codes: string[] | null) => void;
  picker: (add: (code: string | null) => void) => React.ReactNode;
}

function Codes({ label, all, codes, error, onChange, picker }: CodesProps) {
  const listed = codes ?? null;
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      <Text size="sm" fw={500}>
        {label}
      </Text>
      <Checkbox
        label={all}
        checked={listed === null}
        onChange={(event) => onChange(event.currentTarget.checked ? null : [])}
      />
      {listed !== null && (
        <>
          <Group gap="xs">
            {listed.map((code) => (
              <Checkbox
                key={code}
                label={code}
                checked
                onChange={() => onChange(listed.filter((one) => one !== code))}
              />
            ))}
          </Group>
          {picker((code) => code && !listed.includes(code) && onChange([...listed, code]))}
        </>
      )}
      {error && (
        <Text size="sm" c="red" role="alert">
          {error}
        </Text>
      )}
    </Stack>
  );
}
