package dev.auditlog.redact;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML as an object: {@code <o a="1">t<b>2</b></o>} is {@code {"o":{"@a":"1","#text":"t","b":"2"}}}. Names are
 * local ones; comments and processing instructions are left out. A document type declaration is refused, so no entity
 * is ever resolved.
 */
final class XmlBody {

    /** How a document ended. */
    enum End {
        WHOLE,
        CUT,
        BROKEN
    }

    private static final class Element {
        private final StringBuilder text = new StringBuilder();
        private boolean object;
    }

    /** How {@code <!DOCTYPE} begins, and nothing else in XML. */
    private static final String DECLARATION = "<!D";

    private static final XMLInputFactory FACTORY = factory();

    private final DataTree tree;
    private final Deque<Element> open = new ArrayDeque<>();

    private XmlBody(DataTree tree) {
        this.tree = tree;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("entities are not resolved");
        });
        return factory;
    }

    /** Feeds the elements to a tree. If the text is cut, the tree is left open where it was cut. */
    static End read(String text, boolean cut, DataTree tree) {
        // Looked for beforehand: at a cut one the JDK's parser prints a stack trace.
        return text.contains(DECLARATION) ? End.BROKEN : new XmlBody(tree).read(text, cut);
    }

    private End read(String text, boolean cut) {
        tree.startObject();
        try {
            XMLStreamReader reader = reader(text);
            while (reader.hasNext()) {
                if (!step(reader, reader.next())) {
                    return End.BROKEN;
                }
            }
            tree.end();
            return End.WHOLE;
        } catch (XMLStreamException | RuntimeException broken) {
            if (!open.isEmpty()) {
                tree.cutText(open.getFirst().text.toString());
            }
            return cut ? End.CUT : End.BROKEN;
        }
    }

    private static XMLStreamReader reader(String text) throws XMLStreamException {
        synchronized (FACTORY) { // the factory of the JDK is not documented to be safe for many threads
            return FACTORY.createXMLStreamReader(new StringReader(text));
        }
    }

    private boolean step(XMLStreamReader reader, int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(reader);
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                if (!open.isEmpty()) {
                    open.getFirst().text.append(reader.getText());
                }
            }
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                return false;
            }
            default -> {}
        }
        return true;
    }

    private void start(XMLStreamReader reader) {
        if (!open.isEmpty()) {
            asObject(open.getFirst());
        }
        tree.key(reader.getLocalName());
        Element element = new Element();
        open.push(element);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            asObject(element);
            tree.key("@" + reader.getAttributeLocalName(i));
            tree.text(reader.getAttributeValue(i));
        }
    }

    private void asObject(Element element) {
        if (!element.object) {
            element.object = true;
            tree.startObject();
        }
    }

    private void end() {
        Element element = open.pop();
        String text = element.text.toString();
        if (!element.object) {
            tree.text(text.strip());
            return;
        }
        if (!text.isBlank()) {
            tree.key("#text");
            tree.text(text.strip());
        }
        tree.end();
    }
}
