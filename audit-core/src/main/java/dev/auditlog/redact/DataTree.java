package dev.auditlog.redact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds data from its pieces and leaves secrets out at once: a value under a secret name never gets in, but is
 * remembered, also where it lies deeper than data is kept. Not safe for many threads.
 */
final class DataTree implements JsonEvents {

    private record Frame(@Nullable String key, Node node) {}

    private final SecretNames names;
    private final Findings findings;
    private final Leaves leaves;
    private final boolean repeats;
    private final Deque<Frame> open = new ArrayDeque<>();
    private @Nullable Node root;
    private @Nullable String key;
    private boolean underSecretName;
    private boolean hasSecrets;
    private int level;
    private int secretLevel;

    /** @param repeats whether several members of one name become an array; else the last one wins */
    DataTree(SecretNames names, Findings findings, Leaves leaves, boolean repeats) {
        this.names = names;
        this.findings = findings;
        this.leaves = leaves;
        this.repeats = repeats;
    }

    Node root() {
        Node found = root;
        return found == null ? new Node.Mark(Marks.UNPARSABLE) : found;
    }

    boolean hasSecrets() {
        return hasSecrets;
    }

    @Override
    public void startObject() {
        start(new Node.Members(new LinkedHashMap<>()));
    }

    @Override
    public void startArray() {
        start(new Node.Items(new ArrayList<>()));
    }

    private void start(Node node) {
        level++;
        if (secretLevel == 0 && underSecretName) {
            secretLevel = level;
        }
        underSecretName = false;
        if (level <= FieldLimits.DATA_DEPTH) {
            open.push(new Frame(key, node));
            key = null;
        } else if (level == FieldLimits.DATA_DEPTH + 1) {
            add(new Node.Mark(Marks.TOO_DEEP));
        }
    }

    @Override
    public void end() {
        boolean secret = secretLevel == level;
        if (level <= FieldLimits.DATA_DEPTH) {
            Frame closed = open.pop();
            key = closed.key;
            if (secret) {
                hide();
            } else {
                add(secretLevel > 0 ? closed.node : pairs(closed.node));
            }
        }
        if (secret) {
            secretLevel = 0;
        }
        level--;
    }

    @Override
    public void key(String name) {
        underSecretName = names.isSecretKey(name);
        String shown = Texts.cut(Texts.storable(name), FieldLimits.DATA_KEY);
        boolean bare = underSecretName && name.indexOf('=') < 0 && name.indexOf(' ') < 0;
        boolean hides = !bare && name.length() > 8 && leaves.hasSecret(name);
        hasSecrets |= hides;
        key = hides ? Redactor.MASK : shown;
    }

    @Override
    public void text(String value) {
        if (isSecretHere()) {
            findings.secrets.add(value);
            hide();
            return;
        }
        if (level <= FieldLimits.DATA_DEPTH) {
            Node node = leaves.text(value);
            hasSecrets |= node instanceof Node.Text text && text.masked()
                    || node instanceof Node.Nested nested && nested.masked();
            add(node);
        }
    }

    @Override
    public void bare(String value) {
        boolean number = value.charAt(0) < 'A';
        if (isSecretHere()) {
            if (number) {
                findings.secrets.add(value);
            }
            hide();
        } else if (number && leaves.isSecretNumber(value)) {
            hide();
        } else if (level <= FieldLimits.DATA_DEPTH) {
            add(new Node.Bare(value));
        }
    }

    @Override
    public void cutText(String start) {
        if (isSecretHere()) {
            findings.secrets.addStart(start);
        }
    }

    /** Adds a note about something that is not here. */
    void mark(String note) {
        underSecretName = false;
        if (level <= FieldLimits.DATA_DEPTH) {
            add(new Node.Mark(note));
        }
    }

    /** Closes what is open, with a last member that says where the data was cut. */
    Node cut(String note) {
        underSecretName = false;
        while (level > FieldLimits.DATA_DEPTH || secretLevel > 0) {
            end();
        }
        if (level == 0) {
            return root == null ? new Node.Mark(Marks.TRUNCATED) : root;
        }
        for (Frame frame : open) {
            hasSecrets |= NamedPairs.hideAtCut(frame.node, names, findings.secrets);
        }
        boolean array = open.getFirst().node instanceof Node.Items;
        key = Marks.TRUNCATED;
        add(new Node.Mark(array ? Marks.TRUNCATED + " " + note : note));
        while (level > 0) {
            end();
        }
        return root();
    }

    private boolean isSecretHere() {
        return underSecretName || secretLevel > 0;
    }

    private void hide() {
        hasSecrets = true;
        underSecretName = false;
        if (level <= FieldLimits.DATA_DEPTH || secretLevel == level) {
            add(Node.Hidden.HIDDEN);
        }
    }

    private void add(Node node) {
        Frame parent = open.peek();
        if (parent == null) {
            root = node;
        } else if (parent.node instanceof Node.Items list) {
            list.items().add(node);
        } else if (parent.node instanceof Node.Members object && key != null) {
            put(object.members(), key, node);
        }
        key = null;
    }

    private void put(Map<String, Node> members, String name, Node node) {
        Node before = members.get(name);
        if (before == null || !repeats) {
            members.put(name, node);
        } else if (before instanceof Node.Items several) {
            several.items().add(node);
        } else {
            members.put(name, new Node.Items(new ArrayList<>(List.of(before, node))));
        }
    }

    private Node pairs(Node node) {
        boolean hidden = NamedPairs.hide(node, names, findings.secrets);
        hasSecrets |= hidden;
        return node;
    }
}
