; INT 10h AH=01h..05h: cursor shape and place, the light pen that is not there, display pages.

; AH=01h: CX = first and last scan line of the cursor.
set_cursor_type:
        mov [CURSOR_TYPE], cx

; Bring the shape in the BIOS data area to the CRTC. With emulation on (INT 10h AH=12h BL=34h)
; a text cursor meant for the eight lines of a CGA keeps its look in taller characters: an
; underline stays at the foot, a half block fills the lower half, a full block all of the cell.
program_cursor_type:
        mov cx, [CURSOR_TYPE]
        call video_kind
        cmp bl, KIND_TEXT
        jne .program
        test byte [VIDEO_CONTROL], CONTROL_RAW_CURSOR
        jnz .program
        mov al, ch
        and al, 0x60
        cmp al, 0x20                    ; hidden
        je .program
        and cx, 0x1F1F
        mov bh, [CHARACTER_HEIGHT]
        dec bh                          ; last line of the cell
        cmp cl, ch
        jb .wraps
        cmp cl, bh
        je .program
        mov al, cl
        sub al, ch                      ; height of the cursor minus one
        cmp al, 2
        ja .block
        cmp ch, 3
        jbe .program                    ; a thin line near the top is meant so
        mov cl, bh
        cmp bh, 8
        jb .underline
        dec cl
.underline:
        mov ch, cl
        sub ch, al
        jmp .program
.block:
        mov cl, bh
        cmp ch, 3
        jbe .program
        mov ch, bh
        inc ch
        shr ch, 1
        jmp .program
.wraps:
        or cl, cl                       ; ends before it starts: a split cursor becomes a block
        jz .program
        mov ch, cl
        mov cl, bh
.program:
        mov dx, [CRTC_PORT]
        mov al, 0x0A
        mov ah, ch
        out dx, ax
        inc ax
        mov ah, cl
        out dx, ax
        ret

; AH=02h: BH = page, DH = row, DL = column.
set_cursor_position:
        call move_cursor
        ret

; Move the cursor of page BH to DX, on the screen too if that page shows. Keeps all but AX.
move_cursor:
        push bx
        mov bl, bh
        and bx, 7
        mov al, bl
        shl bx, 1
        mov [CURSOR_POSITIONS + bx], dx
        pop bx
        cmp al, [ACTIVE_PAGE]
        jne .hidden
        call program_cursor_position
.hidden:
        ret

; Put the CRTC's cursor at DX of the active page. Keeps all but AX.
program_cursor_position:
        push bx
        push dx
        mov al, [COLUMNS]
        mul dh
        xor dh, dh
        add ax, dx
        mov bx, [PAGE_START]
        shr bx, 1
        add bx, ax
        mov dx, [CRTC_PORT]
        mov al, 0x0E
        mov ah, bh
        out dx, ax
        inc ax
        mov ah, bl
        out dx, ax
        pop dx
        pop bx
        ret

; AH=03h: BH = page; returns CX = shape, DX = position.
read_cursor:
        call cursor_of_page
        mov [bp + FRAME_DX], dx
        mov ax, [CURSOR_TYPE]
        mov [bp + FRAME_CX], ax
        ret

; DX = the cursor position of page BH.
cursor_of_page:
        push bx
        mov bl, bh
        and bx, 7
        shl bx, 1
        mov dx, [CURSOR_POSITIONS + bx]
        pop bx
        ret

; AH=04h: AH = 0, no light pen was triggered.
read_light_pen:
        mov byte [bp + FRAME_AH], 0
        ret

; AH=05h: AL = the page to show.
select_page:
        cmp al, 8
        jae .none
        call show_page
.none:
        ret

; Show page AL.
show_page:
        push si
        mov [ACTIVE_PAGE], al
        xor ah, ah
        mov bl, al
        mul word [PAGE_LENGTH]
        mov [PAGE_START], ax
        mov si, ax
        mov cl, bl
        call video_kind
        cmp bl, KIND_PLANAR             ; byte addresses in the planar modes, else words
        jae .bytes
        shr si, 1
.bytes:
        mov bx, si
        mov dx, [CRTC_PORT]
        mov al, 0x0C
        mov ah, bh
        out dx, ax
        inc ax
        mov ah, bl
        out dx, ax
        mov bh, cl
        call cursor_of_page
        call program_cursor_position
        pop si
        ret
