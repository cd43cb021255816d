package dev.auditlog.redact;

import dev.auditlog.redact.CapturedBody.Part;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a captured body into data without secrets, by its media type. What does not parse is never kept. */
final class BodyReader {

    private final SecretNames names;
    private final Findings findings;
    private final Leaves leaves;

    BodyReader(SecretNames names, Findings findings, Leaves leaves) {
        this.names = names;
        this.findings = findings;
        this.leaves = leaves;
    }

    /** Returns the data; null if there is none. */
    @Nullable
    Node read(CapturedBody body) {
        return switch (body.kind()) {
            case NONE -> null;
            case BYTES -> body.total() <= 0 && body.bytes().length == 0 ? null : bytes(body);
            case FIELDS -> body.fields().isEmpty() ? null : fields(body.fields());
            case PARTS -> parts(body);
        };
    }

    private Node bytes(CapturedBody body) {
        boolean cut = !body.complete() || body.total() > body.bytes().length;
        if (body.total() > body.bytes().length) {
            findings.truncated();
        }
        MediaType media = MediaType.of(body.contentType());
        if (media.isMultipart()) {
            return new Node.Mark(media.isFormData() ? Marks.UNPARSABLE : Marks.NOT_RECORDED);
        }
        if (body.bytes().length == 0) {
            return new Node.Mark(Marks.TRUNCATED + " 0 of " + body.total() + " bytes");
        }
        ContentCoding.Decoded decoded = ContentCoding.decode(body.bytes(), body.contentEncoding(), cut);
        String mark = decoded.mark();
        if (mark != null) {
            return new Node.Mark(mark);
        }
        String text = Charsets.decode(decoded.bytes(), media.charset());
        if (text == null) {
            return new Node.Mark(Marks.UNKNOWN_CHARSET);
        }
        String note = body.bytes().length + " of " + (body.total() < 0 ? "?" : body.total()) + " bytes";
        return new Piece(text, decoded.cut(), note).read(media);
    }

    /** A decoded text, whether it goes on, and the note that says so. */
    private final class Piece {

        private final String text;
        private final boolean cut;
        private final String note;

        Piece(String text, boolean cut, String note) {
            this.text = text;
            this.cut = cut;
            this.note = note;
        }

        Node read(MediaType media) {
            char first = Leaves.first(text);
            if (media.isJson() || (media.isUnknown() || media.isForm()) && (first == '{' || first == '[')) {
                return json(false);
            }
            if (media.isForm()) {
                return form(media.charset());
            }
            if (media.isXml()) {
                return xml();
            }
            return media.isText() ? text(first) : new Node.Mark(Marks.NOT_RECORDED);
        }

        private Node json(boolean orText) {
            DataTree tree = new DataTree(names, findings, leaves, false);
            JsonScanner.End end = JsonScanner.scan(text, cut, tree);
            if (end == JsonScanner.End.WHOLE) {
                return tree.root();
            }
            if (end == JsonScanner.End.CUT && cut) {
                return cut(tree);
            }
            return orText ? plain() : unparsable();
        }

        private Node form(@Nullable String declared) {
            Charset named = declared == null ? StandardCharsets.UTF_8 : Charsets.named(declared);
            // The escapes of a form are never UTF-16 or UTF-32, even where the form itself is.
            boolean wide = named != null && named.name().contains("UTF-");
            Charset charset = named == null || wide ? StandardCharsets.UTF_8 : named;
            DataTree tree = new DataTree(names, findings, leaves, true);
            if (!FormBody.read(text, charset, cut, tree)) {
                return unparsable();
            }
            return cut ? cut(tree) : tree.root();
        }

        private Node xml() {
            DataTree tree = new DataTree(names, findings, leaves, true);
            return switch (XmlBody.read(text, cut, tree)) {
                case WHOLE -> tree.root();
                case CUT -> cut(tree);
                case BROKEN -> unparsable();
            };
        }

        private Node text(char first) {
            if (first == '{' || first == '[' || first == '"') {
                return json(first != '{');
            }
            return first == '<' ? xml() : plain();
        }

        private Node plain() {
            String kept = cut ? PlainText.completeLines(text) : text;
            if (cut) {
                findings.truncated();
                leaves.learn(text);
            }
            if (kept.isEmpty()) {
                return new Node.Mark(Marks.TRUNCATED + " " + note);
            }
            Node node = leaves.text(kept);
            boolean sure = !(node instanceof Node.Text masked) || PlainText.isSure(masked.value(), names);
            return sure ? node : Node.Hidden.HIDDEN;
        }

        private Node cut(DataTree tree) {
            findings.truncated();
            return tree.cut(note);
        }

        private Node unparsable() {
            leaves.learn(text);
            return new Node.Mark(Marks.UNPARSABLE);
        }
    }

    private Node fields(Map<String, List<String>> fields) {
        DataTree tree = new DataTree(names, findings, leaves, true);
        tree.startObject();
        fields.forEach((name, values) -> values.forEach(value -> {
            tree.key(name);
            tree.text(value);
        }));
        tree.end();
        return tree.root();
    }

    private Node parts(CapturedBody body) {
        DataTree tree = new DataTree(names, findings, leaves, true);
        tree.startObject();
        for (Part part : body.parts()) {
            String name = part.name();
            tree.key(name == null ? Marks.UNNAMED : name);
            part(part, name != null && names.isSecret(name), tree);
        }
        if (!body.complete()) {
            findings.truncated();
            return tree.cut(body.total() + " bytes");
        }
        tree.end();
        return tree.root();
    }

    private void part(Part part, boolean secret, DataTree tree) {
        String value = part.value();
        if (value != null) {
            tree.text(value);
        } else if (part.fileName() == null && part.sha256() == null) {
            findings.truncated();
            tree.mark(Marks.TRUNCATED + " " + part.size() + " bytes");
        } else if (secret) {
            tree.text(""); // a file under a secret name: not even its digest, which may be guessed from
        } else {
            file(part, tree);
        }
    }

    private static void file(Part part, DataTree tree) {
        tree.startObject();
        member("fileName", part.fileName(), tree);
        member("contentType", part.contentType(), tree);
        tree.key("size");
        tree.bare(Long.toString(part.size()));
        member("sha256", part.sha256(), tree);
        tree.end();
    }

    private static void member(String name, @Nullable String value, DataTree tree) {
        if (value != null) {
            tree.key(name);
            tree.text(value);
        }
    }
}
