import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { useCallback, useState } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { PlacePicker } from "@/components/pickers";
import { StaleSave, useChange } from "@/components/StaleSave";
import { $api, api, ifMatch, type Schemas } from "@/lib/api";
import { LANGUAGES, type Language } from "@/lib/languages";
import { fieldErrors } from "@/lib/problems";

type Detail = Schemas["InstitutionDetail"];

interface Values {
  names: Partial<Record<Language, string>>;
  place: string | null;
  accepts_anonymous: boolean | null;
  website: string;
  source: string;
  verified_on: string | null;
}

const valuesOf = (one: Detail): Values => ({
  names: one.names,
  place: one.place,
  accepts_anonymous: one.accepts_anonymous,
  website: one.website,
  source: one.source,
  verified_on: one.verified_on,
});

/** What the keepers of the directory may correct. The code never changes. */
export function EditInstitution({ institution }: { institution: Detail }) {
  const { t } = useLingui();
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" onClick={open}>
        <Trans>Edit</Trans>
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        size="lg"
        title={t`Edit the institution`}
        closeButtonProps={{ "aria-label": t`Close` }}
      >
        <EditForm institution={institution} onDone={close} />
      </Modal>
    </>
  );
}

function EditForm({ institution, onDone }: { institution: Detail; onDone: () => void }) {
  const { t } = useLingui();
  const { code } = institution;
  // What was read when the writing began: a newer version that arrives meanwhile must not pass as read.
  const [read] = useState(institution.version);
  const [trouble, setTrouble] = useState<unknown>(null);
  const form = useForm<Values>({ initialValues: valuesOf(institution) });
  const patch = $api.useMutation("patch", "/api/v1/institutions/{code}/");
  const save = useCallback(
    (values: Values, version: number) =>
      patch.mutateAsync({
        params: { path: { code }, header: { "If-Match": ifMatch(version) } },
        body: { ...values, names: filled(values.names), verified_on: values.verified_on || null },
      }),
    [patch.mutateAsync, code],
  );
  const current = useCallback(async () => {
    const { data, error } = await api.GET("/api/v1/institutions/{code}/", { params: { path: { code } } });
    if (!data) throw error;
    return { values: valuesOf(data), version: data.version };
  }, [code]);
  const { change, clash, dismiss } = useChange<Values>({ save, current });
  const attempt = async (values: Values, version: number) => {
    setTrouble(null);
    try {
      if (await change(values, version, clash?.theirs ?? form.getInitialValues())) onDone();
    } catch (error) {
      form.setErrors(fieldErrors(error));
      setTrouble(error);
    }
  };
  return (
    <form onSubmit={form.onSubmit((values) => attempt(values, read))}>
      <Stack>
        <Names form={form} />
        <PlacePicker
          label={t`Sits in`}
          country={institution.country}
          value={form.values.place}
          onChange={(place) => form.setFieldValue("place", place)}
          error={form.errors.place}
        />
        <AnonymityChoice form={form} />
        <TextInput label={t`Website`} type="url" {...form.getInputProps("website")} />
        <TextInput label={t`Known from`} maxLength={500} {...form.getInputProps("source")} />
        <TextInput
          label={t`Looked over on`}
          type="date"
          {...form.getInputProps("verified_on")}
          value={form.values.verified_on ?? ""}
        />
        <ProblemAlert problem={trouble} />
        <Group justify="flex-end">
          <Button type="submit" loading={patch.isPending}>
            <Trans>Save</Trans>
          </Button>
        </Group>
      </Stack>
      <StaleSave
        clash={clash}
        fields={[
          { name: "names", label: t`Names` },
          { name: "place", label: t`Sits in` },
          { name: "accepts_anonymous", label: t`Anonymous complaints` },
          { name: "website", label: t`Website` },
          { name: "source", label: t`Known from` },
          { name: "verified_on", label: t`Looked over on` },
        ]}
        onResolve={attempt}
        onDismiss={dismiss}
      />
    </form>
  );
}

type Form = ReturnType<typeof useForm<Values>>;

function Names({ form }: { form: Form }) {
  return (Object.keys(LANGUAGES) as Language[]).map((language) => (
    <TextInput
      key={language}
      label={<Trans>Name: {LANGUAGES[language]}</Trans>}
      maxLength={500}
      {...form.getInputProps(`names.${language}`)}
      value={form.values.names[language] ?? ""}
    />
  ));
}

function AnonymityChoice({ form }: { form: Form }) {
  const { t } = useLingui();
  const told = form.values.accepts_anonymous;
  return (
    <Select
      label={t`Anonymous complaints`}
      data={[
        { value: "true", label: t`taken` },
        { value: "false", label: t`refused` },
        { value: "unknown", label: t`not known` },
      ]}
      value={told === null ? "unknown" : String(told)}
      onChange={(chosen) =>
        form.setFieldValue("accepts_anonymous", chosen === "unknown" ? null : chosen === "true")
      }
      allowDeselect={false}
    />
  );
}

/** A name that was emptied is none. */
function filled(names: Values["names"]): Values["names"] {
  return Object.fromEntries(Object.entries(names).filter(([, text]) => text?.trim()));
}
