package org.heliograph.unodc.portal;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.heliograph.desk.web.PageOf;

/** Writes Atom (RFC 4287). */
final class AtomFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private AtomFeed() {}

    static String of(PageOf<PortalEntry> page) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            element(xml, "title", "Public knowledge on the smuggling of migrants");
            element(xml, "id", "urn:heliograph:unodc:knowledge");
            element(
                    xml,
                    "updated",
                    page.items().stream()
                            .map(PortalEntry::publishedAt)
                            .max(Instant::compareTo)
                            .orElse(Instant.EPOCH)
                            .toString());
            link(xml, "self", "knowledge.atom");
            link(xml, "alternate", "knowledge");
            for (PortalEntry entry : page.items()) {
                entry(xml, entry, EntryView.of(entry));
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed that cannot be written", e);
        }
        return text.toString();
    }

    private static void entry(XMLStreamWriter xml, PortalEntry entry, EntryView view) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(
                xml,
                "title",
                (entry.exercise() ? "EXERCISE: " : "") + view.title().text());
        element(
                xml,
                "id",
                "urn:heliograph:%s:%s:%s"
                        .formatted(entry.originatorParty(), entry.type().name().toLowerCase(Locale.ROOT), entry.id()));
        element(xml, "updated", entry.publishedAt().toString());
        xml.writeStartElement("author");
        element(xml, "name", entry.originatorParty());
        xml.writeEndElement();
        String address = view.address();
        if (address != null) {
            link(xml, "alternate", address);
        }
        category(xml, entry.status().name());
        category(xml, entry.kind().name());
        for (String theme : themes(entry)) {
            category(xml, theme);
        }
        StringBuilder facts = new StringBuilder(view.kind());
        view.facts()
                .forEach(fact ->
                        facts.append(". ").append(fact.label()).append(": ").append(fact.text()));
        element(xml, "summary", facts.toString());
        xml.writeEndElement();
    }

    private static List<String> themes(PortalEntry entry) {
        return entry.content()
                .path(entry.content().has("themes") ? "themes" : "keyIssues")
                .valueStream()
                .map(theme -> theme.asString())
                .toList();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(allowed(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", allowed(address));
    }

    private static void category(XMLStreamWriter xml, String term) throws XMLStreamException {
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", allowed(term));
    }

    /** XML cannot hold most control characters, nor half a surrogate pair; events may. */
    private static String allowed(String text) {
        StringBuilder allowed = new StringBuilder(text.length());
        text.codePoints().forEach(point -> allowed.appendCodePoint(isAllowed(point) ? point : 0xFFFD));
        return allowed.toString();
    }

    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
