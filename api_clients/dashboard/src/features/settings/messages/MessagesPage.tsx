import { Trans, useLingui } from "@lingui/react/macro";
import {
  Badge,
  Button,
  Checkbox,
  Collapse,
  Group,
  Modal,
  Paper,
  Stack,
  Text,
  TextInput,
  UnstyledButton,
} from "@mantine/core";
import { useState } from "react";
import { ConfirmButton } from "@/components/ConfirmButton";
import { DialogFoot } from "@/components/DialogFoot";
import { Loaded } from "@/components/Loaded";
import { PageTitle } from "@/components/PageTitle";
import { ProblemAlert } from "@/components/ProblemAlert";
import { useEdited } from "@/components/useEdited";
import { $api, api, ifMatch, type Schemas } from "@/lib/api";
import { LANGUAGES, type Language } from "@/lib/languages";
import { fieldErrors } from "@/lib/problems";
import { useSession } from "@/lib/session";
import { useTextIn } from "../form/useTextIn";
import { Filled, Placeholders, useSamples } from "../Placeholders";
import { SaveBar } from "../SaveBar";
import { TextsInput } from "../TextsInput";

type Template = Schemas["Template"];
const NAMES = [
  "reference",
  "partner",
  "contact",
  "institution",
  "sent_on",
  "due_on",
  "answered_on",
  "outcome",
];
const ALL = Object.keys(LANGUAGES) as Language[];

/** What colleagues begin from when they write to complainants. */
export default function MessagesPage() {
  const { t } = useLingui();
  const slug = useSession().partner?.slug ?? "";
  const [opened, setOpened] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const templates = $api.useQuery("get", "/api/v1/partners/{slug}/message-templates/", {
    params: { path: { slug } },
  });
  return (
    <Stack>
      <PageTitle
        name={t`Messages to complainants`}
        actions={
          <Button onClick={() => setAdding(true)}>
            <Trans>New template</Trans>
          </Button>
        }
      />
      <Loaded query={templates}>
        {({ results }) => (
          <Stack gap="xs">
            {results.map((one) => (
              <Card
                key={one.code}
                slug={slug}
                template={one}
                isOpen={opened === one.code}
                onToggle={() => setOpened(opened === one.code ? null : one.code)}
              />
            ))}
          </Stack>
        )}
      </Loaded>
      {adding && <NewTemplate slug={slug} onClose={() => setAdding(false)} />}
    </Stack>
  );
}

interface CardProps {
  slug: string;
  template: Template;
  isOpen: boolean;
  onToggle: () => void;
}

function Card({ slug, template, isOpen, onToggle }: CardProps) {
  const text = useTextIn();
  return (
    <Paper withBorder p="sm">
      <UnstyledButton onClick={onToggle} aria-expanded={isOpen} w="100%">
        <Group gap="xs">
          <Text fw={600}>{text(template.names) || template.code}</Text>
          {template.shipped && (
            <Badge variant="light" color="gray" tt="none">
              {template.version === 0 ? <Trans>comes with Dosja</Trans> : <Trans>your own words</Trans>}
            </Badge>
          )}
          {!template.in_use && (
            <Badge variant="light" color="orange" tt="none">
              <Trans>not in use</Trans>
            </Badge>
          )}
          {template.asks && (
            <Badge variant="light" tt="none">
              <Trans>asks a question</Trans>
            </Badge>
          )}
        </Group>
      </UnstyledButton>
      <Collapse expanded={isOpen}>{isOpen && <Form slug={slug} template={template} />}</Collapse>
    </Paper>
  );
}

type Values = Pick<Template, "names" | "texts" | "asks" | "in_use">;
const valuesOf = ({ names, texts, asks, in_use }: Template): Values => ({ names, texts, asks, in_use });

function Form({ slug, template }: { slug: string; template: Template }) {
  const { t, i18n } = useLingui();
  const samples = useSamples();
  const path = { slug, code: template.code };
  const write = $api.useMutation("patch", "/api/v1/partners/{slug}/message-templates/{code}/");
  const remove = $api.useMutation("delete", "/api/v1/partners/{slug}/message-templates/{code}/");
  const edited = useEdited<Values>({
    place: `settings/${slug}/message/${template.code}`,
    saved: valuesOf(template),
    version: template.version,
    save: (body, over) =>
      write.mutateAsync({ params: { path, header: { "If-Match": ifMatch(over) } }, body }),
    current: async () => {
      const { data, error } = await api.GET("/api/v1/partners/{slug}/message-templates/{code}/", {
        params: { path },
      });
      if (!data) throw error;
      return { values: valuesOf(data), version: data.version };
    },
  });
  const { values, change } = edited;
  const shown = values.texts[i18n.locale] ? i18n.locale : (Object.keys(values.texts)[0] ?? "en");
  return (
    <Stack gap="md" mt="md">
      <Texts values={values} onChange={change} errors={edited.errors} />
      <Placeholders
        names={NAMES}
        onInsert={(name) =>
          change({ texts: { ...values.texts, [shown]: `${values.texts[shown] ?? ""}{${name}}` } })
        }
      />
      <Filled
        title={t`With example values`}
        text={values.texts[shown] ?? ""}
        samples={samples}
        lang={shown}
      />
      <Group>
        <Checkbox
          label={t`It asks something of the complainant`}
          checked={values.asks}
          onChange={(event) => change({ asks: event.currentTarget.checked })}
        />
        <Checkbox
          label={t`In use`}
          checked={values.in_use}
          onChange={(event) => change({ in_use: event.currentTarget.checked })}
        />
      </Group>
      <ProblemAlert problem={remove.error} />
      <SaveBar
        edited={edited}
        fields={[
          { name: "names", label: t`Name` },
          { name: "texts", label: t`Text` },
          { name: "asks", label: t`Asks` },
          { name: "in_use", label: t`In use` },
        ]}
      >
        {template.version > 0 && (
          <ConfirmButton
            variant="default"
            question={
              template.shipped
                ? t`Your own words go; the shipped ones come back.`
                : t`The template goes for good.`
            }
            onConfirm={() => {
              edited.discard();
              remove.mutate({ params: { path, header: { "If-Match": ifMatch(template.version) } } });
            }}
          >
            {template.shipped ? <Trans>Back to the shipped words</Trans> : <Trans>Delete</Trans>}
          </ConfirmButton>
        )}
      </SaveBar>
    </Stack>
  );
}

interface TextsProps {
  values: Pick<Values, "names" | "texts">;
  onChange: (patch: Partial<Values>) => void;
  errors: Record<string, string>;
}

function Texts({ values, onChange, errors }: TextsProps) {
  const { t } = useLingui();
  const under = (field: string) =>
    Object.fromEntries(ALL.map((one) => [one, errors[`${field}.${one}`] ?? ""]).filter(([, said]) => said));
  return (
    <>
      <TextsInput
        label={t`Name of the template`}
        name={t`Name of the template`}
        value={values.names}
        languages={ALL}
        onChange={(names) => onChange({ names: names as Values["names"] })}
        errors={under("names")}
      />
      <TextsInput
        label={t`Text of the message`}
        name={t`Text of the message`}
        value={values.texts}
        languages={ALL}
        long
        onChange={(texts) => onChange({ texts: texts as Values["texts"] })}
        errors={under("texts")}
      />
    </>
  );
}

function NewTemplate({ slug, onClose }: { slug: string; onClose: () => void }) {
  const { t } = useLingui();
  const [code, setCode] = useState("");
  const [values, setValues] = useState<Pick<Values, "names" | "texts">>({ names: {}, texts: {} });
  const create = $api.useMutation("post", "/api/v1/partners/{slug}/message-templates/", {
    onSuccess: onClose,
  });
  const errors = create.error ? fieldErrors(create.error) : {};
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t`New template`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({
            params: { path: { slug } },
            body: { code, ...values, asks: false, in_use: true, position: 100 },
          });
        }}
      >
        <Stack>
          <TextInput
            label={t`Code`}
            description={t`Small letters, digits and _; it never changes.`}
            required
            data-autofocus
            value={code}
            error={errors.code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Texts values={values} onChange={(patch) => setValues({ ...values, ...patch })} errors={errors} />
          <ProblemAlert problem={create.error} />
          <DialogFoot onCancel={onClose}>
            <Button type="submit" loading={create.isPending}>
              <Trans>Create</Trans>
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  );
}
