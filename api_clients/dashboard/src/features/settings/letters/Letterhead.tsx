import { useLingui } from "@lingui/react/macro";
import { Stack, Textarea, TextInput } from "@mantine/core";
import { Loaded } from "@/components/Loaded";
import { useEdited } from "@/components/useEdited";
import { $api, api, ifMatch, type Schemas } from "@/lib/api";
import { LANGUAGES, type Language } from "@/lib/languages";
import { SaveBar } from "../SaveBar";
import { TextsInput } from "../TextsInput";

type Values = Omit<Schemas["Letterhead"], "version">;

/** Who writes: what stands on top of every letter and below it. */
export function Letterhead({ slug }: { slug: string }) {
  const letterhead = $api.useQuery("get", "/api/v1/partners/{slug}/letterhead/", {
    params: { path: { slug } },
  });
  return <Loaded query={letterhead}>{(found) => <Form key={slug} slug={slug} found={found} />}</Loaded>;
}

function Form({ slug, found }: { slug: string; found: Schemas["Letterhead"] }) {
  const { t } = useLingui();
  const write = $api.useMutation("patch", "/api/v1/partners/{slug}/letterhead/");
  const { version, ...saved } = found;
  const edited = useEdited<Values>({
    place: `settings/${slug}/letterhead`,
    saved,
    version,
    save: (values, over) =>
      write.mutateAsync({
        params: { path: { slug }, header: { "If-Match": ifMatch(over) } },
        body: { ...values, address_lines: values.address_lines.filter((line) => line.trim()) },
      }),
    current: async () => {
      const { data, error } = await api.GET("/api/v1/partners/{slug}/letterhead/", {
        params: { path: { slug } },
      });
      if (!data) throw error;
      const { version: now, ...values } = data;
      return { values, version: now };
    },
  });
  const { values, change, errors } = edited;
  const languages = Object.keys(LANGUAGES) as Language[];
  const plain = [
    ["registration_number", t`Registration number`],
    ["phone", t`Telephone`],
    ["email", t`E-mail address`],
    ["website", t`Web site`],
    ["signatory", t`Who signs`],
  ] as const;
  const texts = [
    ["names", t`Name of the organisation`, t`Empty: the name under which it works here.`],
    ["places", t`Place where letters are written`, ""],
    ["functions", t`Function of who signs`, ""],
  ] as const;
  return (
    <Stack gap="md">
      {texts.map(([name, label, hint]) => (
        <TextsInput
          key={name}
          label={label}
          name={label}
          description={hint}
          value={values[name]}
          languages={languages}
          onChange={(value) => change({ [name]: value })}
        />
      ))}
      <Textarea
        label={t`Address, up to six lines`}
        autosize
        minRows={2}
        maxRows={6}
        value={values.address_lines.join("\n")}
        error={errors.address_lines}
        onChange={(event) => change({ address_lines: event.currentTarget.value.split("\n") })}
      />
      {plain.map(([name, label]) => (
        <TextInput
          key={name}
          label={label}
          value={values[name]}
          error={errors[name]}
          onChange={(event) => change({ [name]: event.currentTarget.value })}
        />
      ))}
      <SaveBar
        edited={edited}
        fields={[
          ...texts.map(([name, label]) => ({ name, label })),
          { name: "address_lines" as const, label: t`Address` },
          ...plain.map(([name, label]) => ({ name, label })),
        ]}
      />
    </Stack>
  );
}
