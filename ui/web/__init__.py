"""What a browser asks for beside the pages of Streamlit: saving, coming in, downloads."""
