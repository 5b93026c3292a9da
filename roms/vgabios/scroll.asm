; INT 10h AH=06h, 07h: scroll a window of the active page, in every mode. AL = lines (0: blank the
; window), BH = attribute or colour of the new lines, CX = top left, DX = bottom right.

scroll_up:
        xor si, si
        mov ah, [ACTIVE_PAGE]
        jmp scroll_window
scroll_down:
        mov si, 1
        mov ah, [ACTIVE_PAGE]

; A scroll becomes a number of copied strips and a number of filled strips: lines of cells in the
; text modes, scan lines else. Locals below a new BP:
SCROLL_STRIDE   equ 0                   ; from one strip to the next to be handled, signed
SCROLL_WIDTH    equ 2                   ; bytes
SCROLL_SOURCE   equ 4                   ; from a strip to the one that replaces it, signed
SCROLL_COPIES   equ 6                   ; strips
SCROLL_FILLS    equ 8                   ; strips
SCROLL_PATTERN  equ 10                  ; word
SCROLL_KIND     equ 12                  ; KIND_*
SCROLL_DOWN     equ 14
SCROLL_FRAME    equ 16

; As scroll_up with AH = page, SI = 0 upwards or 1 downwards.
scroll_window:
        push bp
        sub sp, SCROLL_FRAME
        mov bp, sp
        mov [bp + SCROLL_DOWN], si
        push ax
        push bx
        call video_kind
        mov [bp + SCROLL_KIND], bx
        pop bx

        cmp dl, [COLUMNS]               ; the window ends where the screen does
        jb .columns
        mov dl, [COLUMNS]
        dec dl
.columns:
        cmp dh, [LAST_ROW]
        jbe .rows
        mov dh, [LAST_ROW]
.rows:
        pop ax
        cmp dh, ch
        jb .nothing
        cmp dl, cl
        jb .nothing
        sub dl, cl
        inc dl                          ; DL = columns of the window
        mov bl, dh
        sub bl, ch
        inc bl                          ; BL = its rows
        or al, al
        jz .blank
        cmp al, bl
        jbe .partial
.blank:
        mov al, bl
.partial:
        sub bl, al                      ; AL = rows to fill, BL = rows to copy
        cmp byte [bp + SCROLL_DOWN], 0
        jne .from_below
        mov dh, ch                      ; DH = the row where the work starts
.from_below:
        mov si, [bp + SCROLL_KIND]
        call [cs:.prepare + si]
.nothing:
        add sp, SCROLL_FRAME
        pop bp
        ret
.prepare:
        dw scroll_text, scroll_cga4, scroll_cga2, scroll_planar, scroll_linear

; The five preparations get AL = rows to fill, BL = rows to copy, AH = page, BH = filling,
; CL = left column, DL = columns, DH = first row to handle.

scroll_text:
        push ax
        xor ah, ah
        mov [bp + SCROLL_FILLS], ax
        mov al, bl
        mov [bp + SCROLL_COPIES], ax
        mov ah, bh
        mov al, ' '
        mov [bp + SCROLL_PATTERN], ax
        mov al, dl
        xor ah, ah
        shl ax, 1
        mov [bp + SCROLL_WIDTH], ax
        mov ax, [COLUMNS]
        shl ax, 1
        mov [bp + SCROLL_STRIDE], ax
        pop ax
        mov bh, ah
        push ax
        mov dl, cl
        call text_cell_at               ; ES:DI
        pop ax
        xor ah, ah
        mul word [bp + SCROLL_STRIDE]
        mov [bp + SCROLL_SOURCE], ax
        jmp scroll_direction

; Two banks of interleaved lines: each is scrolled by itself, four scan lines a row.
scroll_cga4:
        shl cl, 1                       ; a character is two bytes wide
        shl dl, 1
scroll_cga2:
        mov ah, 4
        call scroll_counts
        mov ax, 80
        mov [bp + SCROLL_STRIDE], ax
        call scroll_distance
        mov ax, 0xB800
        mov es, ax
        call scroll_first_line
        push di
        call scroll_direction
        pop di
        mov ax, 80                      ; the direction may have turned the signs
        mov [bp + SCROLL_STRIDE], ax
        cmp byte [bp + SCROLL_DOWN], 0
        je .second
        neg word [bp + SCROLL_SOURCE]
.second:
        add di, 0x2000
        jmp scroll_direction

; A byte of each plane is eight dots: write mode 1 copies all planes through the latches, set/reset
; fills them.
scroll_planar:
        push ax
        mov ah, [CHARACTER_HEIGHT]
        call scroll_counts
        mov ax, [COLUMNS]
        mov [bp + SCROLL_STRIDE], ax
        call scroll_distance
        mov ax, 0xA000
        mov es, ax
        call scroll_first_line
        pop ax
        mov al, ah
        and ax, 7
        mul word [PAGE_LENGTH]
        add di, ax
        mov dx, SEQUENCER
        mov ax, 0x0F02
        out dx, ax
        mov dx, GRAPHICS
        mov ax, 0x0105                  ; write mode 1
        out dx, ax
        call scroll_turn
        call scroll_copy
        mov dx, GRAPHICS
        mov ax, 0x0005                  ; write mode 0
        out dx, ax
        mov al, 0x00                    ; set/reset: the colour
        mov ah, [bp + SCROLL_PATTERN]
        out dx, ax
        mov ax, 0x0F01
        out dx, ax
        call scroll_fill
        mov dx, GRAPHICS
        mov ax, 0x0000
        out dx, ax
        mov ax, 0x0001
        out dx, ax
        ret

scroll_linear:
        mov ah, [CHARACTER_HEIGHT]
        call scroll_counts
        mov ax, [bp + SCROLL_WIDTH]     ; eight bytes a character
        shl ax, 1
        shl ax, 1
        shl ax, 1
        mov [bp + SCROLL_WIDTH], ax
        mov ax, [COLUMNS]
        shl ax, 1
        shl ax, 1
        shl ax, 1
        mov [bp + SCROLL_STRIDE], ax
        call scroll_distance
        mov ax, 0xA000
        mov es, ax
        xor ch, ch
        shl cx, 1
        shl cx, 1
        shl cx, 1
        mov al, dh
        call scroll_line_of_row
        add di, cx
        jmp scroll_direction

; Widths and counts of the graphics modes, in scan lines: AH = scan lines a row (in one bank).
; Leaves the scan lines of the filled rows in SCROLL_SOURCE, AH in SI. Keeps CX, DX.
scroll_counts:
        push ax
        mul ah
        mov [bp + SCROLL_FILLS], ax
        mov [bp + SCROLL_SOURCE], ax
        pop ax
        push ax
        mov al, bl
        mul ah
        mov [bp + SCROLL_COPIES], ax
        mov al, bh
        mov ah, bh
        mov [bp + SCROLL_PATTERN], ax
        mov al, dl
        xor ah, ah
        mov [bp + SCROLL_WIDTH], ax
        pop ax
        mov al, ah
        xor ah, ah
        mov si, ax
        ret

; From scan lines in SCROLL_SOURCE to bytes, at AX bytes a line.
scroll_distance:
        push dx
        mul word [bp + SCROLL_SOURCE]
        mov [bp + SCROLL_SOURCE], ax
        pop dx
        ret

; DI = byte CL of the first scan line to handle in row DH. SI = scan lines a row.
scroll_first_line:
        mov al, dh
        call scroll_line_of_row
        xor ch, ch
        add di, cx
        ret

; DI = the offset of the first scan line to handle in row AL: its top one, or its bottom one when
; the scroll goes down.
scroll_line_of_row:
        xor ah, ah
        mul si
        cmp byte [bp + SCROLL_DOWN], 0
        je .top
        add ax, si
        dec ax
.top:
        mul word [bp + SCROLL_STRIDE]
        mov di, ax
        ret

scroll_direction:
        call scroll_turn
        call scroll_copy

; Fill strips from ES:DI on.
scroll_fill:
        mov dx, [bp + SCROLL_FILLS]
        or dx, dx
        jz .done
        mov ax, [bp + SCROLL_PATTERN]
        mov bx, [bp + SCROLL_STRIDE]
.strip:
        push di
        mov cx, [bp + SCROLL_WIDTH]
        shr cx, 1
        rep stosw
        jnc .even
        stosb
.even:
        pop di
        add di, bx
        dec dx
        jnz .strip
.done:
        ret

; Downwards, strips are handled from the bottom up.
scroll_turn:
        cmp byte [bp + SCROLL_DOWN], 0
        je .done
        neg word [bp + SCROLL_STRIDE]
        neg word [bp + SCROLL_SOURCE]
.done:
        ret

; Copy strips from ES:DI on; DI ends on the first strip to fill.
scroll_copy:
        mov dx, [bp + SCROLL_COPIES]
        or dx, dx
        jz .done
        push ds
        mov ax, es
        mov ds, ax
        mov bx, [bp + SCROLL_STRIDE]
.strip:
        push di
        mov si, di
        add si, [bp + SCROLL_SOURCE]
        mov cx, [bp + SCROLL_WIDTH]
        cmp byte [bp + SCROLL_KIND], KIND_PLANAR
        je .bytes                       ; the latches hold one byte a plane
        shr cx, 1
        rep movsw
        jnc .copied
        movsb
        jmp .copied
.bytes:
        rep movsb
.copied:
        pop di
        add di, bx
        dec dx
        jnz .strip
        pop ds
.done:
        ret
