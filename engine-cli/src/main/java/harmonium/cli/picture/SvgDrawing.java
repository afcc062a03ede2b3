package harmonium.cli.picture;

import java.awt.Dimension;
import java.io.OutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A picture as SVG; words stay words. */
final class SvgDrawing {
  private static final String SVG = "http://www.w3.org/2000/svg";

  private final Element root;

  private SvgDrawing(Element root) {
    this.root = root;
  }

  static SvgDrawing of(Picture picture) {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
    context.setComment("Harmonium");
    context.setPrecision(2);
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    graphics.setSVGCanvasSize(new Dimension(picture.width(), picture.height()));
    picture.paint(graphics);
    Element root = graphics.getRoot();
    // So that a page can scale it.
    root.setAttributeNS(null, "viewBox", "0 0 " + picture.width() + " " + picture.height());
    return new SvgDrawing(root);
  }

  /** Writes the file; Batik's own writer would name a document type that readers go and fetch. */
  void writeTo(OutputStream out) {
    try {
      Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.INDENT, "yes");
      transformer.transform(new DOMSource(root), new StreamResult(out));
    } catch (TransformerException e) {
      throw new IllegalStateException("a picture made SVG that is none", e);
    }
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's own parser refuses its defaults", e);
    }
  }
}
