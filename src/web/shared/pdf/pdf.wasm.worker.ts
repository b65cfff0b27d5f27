import '../frame/old-browsers.ts';
// Reads PDF files, with every decoder that is in them, and reaches nothing: what it lacks the page hands it.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
